import type { Logger } from 'pino';
import type { AssetLinks } from '#ui/index.ts';
import type { Actor } from '#shared/actor.ts';
import type { Database, Listen } from '#platform/db/index.ts';
import type { Centre } from '#platform/http/context.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { Module } from '#platform/module.ts';

/** What one process of the product holds. Made once by the composition root, or by a test. */
export interface World {
  /** Pool of the restricted role; tenant rows only through `inCentre`. */
  readonly database: Database;
  /** Hears what other processes tell through the database; null where nobody needs to know before asking. */
  readonly listen: Listen | null;
  readonly log: Logger;
  /** The only clock. Tests and the demo pass a fixed one. */
  readonly clock: () => Temporal.Instant;
  /** Signs cookies and links. At least 32 bytes. */
  readonly secret: string;
  /** Where the product answers, without a closing slash; used in letters. */
  readonly publicUrl: string;
  readonly isDemo: boolean;
  /** Addresses of the stylesheet, script and fonts. */
  readonly assets: AssetLinks;
  /** Where attachments lie; never inside the web root. */
  readonly filesDir: string;
  /** Sends letters; null where no mail server is set: then a demonstration only shows them. */
  readonly mailer: Mailer | null;
  readonly modules: readonly Module[];
  /** Number of the newest migration this program brings. */
  readonly newestMigration: number;
  /** Recognises who sends a request, with the roles held in the given centre. */
  authenticate(request: Request, centre: Centre | null): Promise<Actor>;
}

/** The date in Poland at an instant. Legal dates are Polish dates whatever the server's clock zone. */
export function dateInPoland(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('Europe/Warsaw').toPlainDate();
}
