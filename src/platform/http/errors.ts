/** The row does not exist, or belongs to another centre: the answer is the same 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
/** The actor may not do this. Answered by 403; never signs anybody out. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
/** Nobody is signed in and somebody must be. Answered by the sign-in page. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}
/** Too many attempts; `retryAfter` in seconds. Answered by 429. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too many attempts');
    this.retryAfter = retryAfter;
  }
}
/** More was sent than the door takes. Answered by 413. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  /** In bytes. */
  readonly most: number;
  constructor(most: number) {
    super('body too large');
    this.most = most;
  }
}
/** The request itself is malformed (no submission key, unreadable body). Answered by 400. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
/** The form was drawn for another case or account than the one now open in this browser. Answered by 409. */
export class OtherActor extends Error {
  override readonly name = 'OtherActor';
}
