import type { Actor } from '#shared/actor.ts';
import type { CentreTx } from '#platform/db/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { World } from '#platform/world.ts';
import type { FormFields } from './form.ts';

/** The tenant, as every door knows it. */
export interface Centre {
  readonly id: string;
  readonly slug: string;
  readonly officialName: string;
  readonly displayName: string;
  readonly teryt: string;
  readonly gminaName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** When somebody answers, as the centre says it. */
  readonly hours?: string | null | undefined;
  /** The centre's own site. */
  readonly website?: string | null | undefined;
  readonly isDemo: boolean;
  /** A regional office writes templates for centres of its voivodeship; residents have no business with it. */
  readonly kind: 'centre' | 'regionalOffice';
}

/** Whose data an opened door showed or changed; becomes the audit row's case and person. */
export interface Subject {
  readonly caseId?: string;
  readonly personId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A letter by e-mail. Both texts are in the reader's language already. */
export interface MailDraft {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly caseId?: string;
}

/**
 * What a use case works with: one transaction of one centre, the actor and the moment.
 * A use case is `(scope, input) → Promise<Result>`.
 */
export interface CentreScope {
  readonly world: World;
  readonly tx: CentreTx;
  readonly centre: Centre;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** The date in Poland at `now`. */
  readonly today: Temporal.PlainDate;
  readonly lang: Language;
  /** Records a further audit event; doors write their own by themselves. */
  audit(event: string, subject: Subject): Promise<void>;
  /** Adds a job that runs after this transaction commits, and never if it does not. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>, options?: { runAt?: Temporal.Instant; key?: string }): Promise<void>;
  /** Queues a letter with this transaction. */
  mail(draft: MailDraft): Promise<void>;
}

/** What pages need to draw themselves. */
export interface PageContext {
  readonly world: World;
  readonly lang: Language;
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly centre: Centre | null;
  readonly actor: Actor;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly requestId: string;
  /** How many wait behind items of the navigation, by their paths; known once the door has answered. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Shown once, from the redirect that led here. */
  readonly notice: string | null;
  /** A fresh key for the hidden `_key` field of a form. */
  submissionKey(): string;
  /** The address of a path of this centre, e.g. `at('/uslugi')` → `/solec-kujawski/uslugi`. */
  at(path: string): string;
}

interface Opened<Params> extends PageContext {
  readonly params: Params;
  readonly request: Request;
  /** The body of a form, cleaned of control characters. Empty for GET. */
  readonly fields: FormFields;
  /** Sets a signed cookie (HttpOnly, SameSite=Lax), sent below `path` alone; `null` removes the one of that path. */
  setCookie(name: string, value: string | null, options?: { maxAgeSeconds?: number; path?: string }): void;
  readonly address: string;
}
export interface PlatformContext<Params = Readonly<Record<string, string>>> extends Opened<Params> {
  readonly centre: null;
}
export interface CentreContext<Params = Readonly<Record<string, string>>> extends Opened<Params> {
  readonly centre: Centre;
  readonly scope: CentreScope;
  /** Says whose data this door is showing or changing; one audit row each. Call before replying. */
  concerns(subject: Subject): void;
}
