export {
  audits,
  auditsNothing,
  centreDoor,
  platformDoor,
  publicDoor,
  type AuditRule,
  type CentreDoor,
  type Door,
  type PlatformDoor,
} from './door.ts';
export type { Centre, CentreContext, CentreScope, MailDraft, PageContext, PlatformContext, Subject } from './context.ts';
export { BadRequest, Forbidden, NotFound, OtherActor, TooLarge, TooMany, Unauthenticated } from './errors.ts';
export { FormFields, readForm, takeNewer, versionSeen, type FieldError, type FormResult } from './form.ts';
export { data, file, page, redirect, tracedPage, type Reply } from './reply.ts';
export { draftAddress, draftDoor } from './draftDoor.ts';
export { findDraft, saveDraft, type Draft } from './drafts.ts';
export { countAttempt, forgiveAttempt } from './attempts.ts';
export { findCentre, findCentreById, listOpenCentres } from './tenant.ts';
export { makeScope } from './scope.ts';
export { caseCookie, caseCookieValue, linkCookie, linkCookieValue } from './server.ts';
export { readCookie } from './cookies.ts';
