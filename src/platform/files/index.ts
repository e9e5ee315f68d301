export {
  claimAttachments,
  greatestFile,
  listAttachments,
  listWaiting,
  readAttachment,
  removeAttachment,
  storeAttachment,
  type FileRefusal,
} from './attachments.ts';
export type { Attachment } from './fileStore.ts';
export { acceptedKinds } from './kinds.ts';
