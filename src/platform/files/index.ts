export {
  claimAttachments,
  findAttachment,
  greatestFile,
  greatestSending,
  keepWaiting,
  listAttachments,
  listCasesWithNews,
  listNews,
  listWaiting,
  readAttachment,
  removeAttachment,
  removeWaiting,
  reviewAttachments,
  storeAttachment,
  withdrawAttachment,
  type FileRefusal,
} from './attachments.ts';
export { storeUploads, type Uploaded, type UploadLimits, type UploadRefusal } from './uploads.ts';
export type { Attachment, CaseAttachment } from './fileStore.ts';
export { isPicture } from './kinds.ts';
export { fileErrors, kindInWords, sizeInWords } from './texts.ts';
