import { fileTypeFromBuffer } from 'file-type';

/** Kinds of files that people may attach, by media type, with the ending of their names. */
export const acceptedKinds = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'txt',
} as const;
export type AcceptedKind = keyof typeof acceptedKinds;
const isAccepted = (type: string): type is AcceptedKind => Object.hasOwn(acceptedKinds, type);

/**
 * What a file is by its content; its name and what the browser says about it are not asked. Undefined for anything
 * that is not accepted, also for a text that is not readable as UTF-8 or looks like a program or a page.
 */
export async function kindOf(bytes: Uint8Array): Promise<AcceptedKind | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) {
    const type = found.mime === 'image/heif' ? 'image/heic' : found.mime;
    return isAccepted(type) ? type : undefined;
  }
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/[\u0000-\u0008\u000E-\u001F]/.test(text) && !/^\s*(<|#!|%!|\{\\rtf)/.test(text);
}

/** Kinds that a browser draws by itself without running anything of the file. */
export const isPicture = (contentType: string): boolean => /^image\/(jpeg|png|webp)$/.test(contentType);

/** For the `accept` attribute. Naming pictures in general lets a phone offer its camera. */
export const acceptAttribute = ['image/*', ...Object.values(acceptedKinds).map((ending) => `.${ending}`), '.jpeg'].join(',');

const longestName = 100;
const unsafe = /[\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF<>:"|?*]/g;
const shortened = (text: string): string => [...text].slice(0, longestName).join('').trim();
/** The last part of a path without control or direction signs. */
const baseOf = (name: string): string => (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '').replace(unsafe, '').toWellFormed();

/** A name to save under: no folders, no control or direction signs, the ending of what the file really is. */
export function safeName(name: string, kind: AcceptedKind): string {
  const base = baseOf(name)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${shortened(base) || 'plik'}.${acceptedKinds[kind]}`;
}
/** The name of a refused file as it may be shown to the one who sent it, with the ending it had. */
export const shownName = (name: string): string => shortened(baseOf(name)) || 'plik';
