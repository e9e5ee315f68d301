import type { CentreContext } from '#platform/http/index.ts';
import { readCookie } from '#platform/http/cookies.ts';
import { findRequestDraft, type RequestDraft } from '../../../usecases/drafts.ts';

/** Carries the code of the begun request of one centre in its author's browser. */
const draftCookie = 'okienko_request';
const days = 30;

interface Carried {
  readonly code: string;
  /** The confirmation was shown: from now on the case opens with its own code only, also on a shared computer. */
  readonly isConfirmed: boolean;
}

export function keepDraftCode(c: CentreContext, code: string | null, { isConfirmed = false }: { isConfirmed?: boolean } = {}): void {
  const value = code === null ? null : `${c.centre.id} ${code}${isConfirmed ? ' confirmed' : ''}`;
  c.setCookie(draftCookie, value, { maxAgeSeconds: days * 24 * 3600 });
}

/** What this browser carries for this centre. */
export function carriedDraft(c: CentreContext): Carried | undefined {
  const [centreId, code, state] = readCookie(c.request, c.world.secret, draftCookie)?.split(' ') ?? [];
  return centreId === c.centre.id && code ? { code, isConfirmed: state === 'confirmed' } : undefined;
}

export async function draftOf(c: CentreContext, options: { locked?: boolean } = {}): Promise<RequestDraft | undefined> {
  const carried = carriedDraft(c);
  return carried && findRequestDraft(c.scope, carried.code, options);
}
