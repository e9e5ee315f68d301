import type { CentreScope } from '#platform/http/index.ts';
import type { Job } from '#platform/module.ts';
import { markFailed, markSent, takeUnsent } from './letterStore.ts';

/** Minutes before the next attempt; after the last one the letter stays with its error for people to see. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440];

/**
 * Sends one letter and marks it in the same transaction, under a lock: nobody else sends it meanwhile, and once
 * marked it is never sent again. A server that refuses is asked again later, less and less often.
 */
async function send(scope: CentreScope, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const letter = await takeUnsent(scope.tx, String(payload['letterId']));
  if (!letter) return;
  const { mailer, isDemo } = scope.world;
  if (!mailer && isDemo) return markSent(scope.tx, letter.id, scope.now);
  try {
    if (!mailer) throw new Error('no mail server is set (SMTP_URL)');
    const from = { name: scope.centre.displayName, replyTo: scope.centre.email };
    await mailer.send({ id: letter.id, to: letter.toAddress, subject: letter.subject, text: letter.body, from });
    await markSent(scope.tx, letter.id, scope.now);
  } catch (thrown) {
    const attempt = Number(payload['attempt'] ?? 0);
    await markFailed(scope.tx, letter.id, thrown instanceof Error ? thrown.message : String(thrown));
    const minutes = waits[attempt];
    scope.world.log.warn(
      { letterId: letter.id, attempt },
      minutes === undefined ? 'a letter was given up' : 'a letter was not taken, trying later',
    );
    if (minutes === undefined) return;
    await scope.enqueue('mail.send', { letterId: letter.id, attempt: attempt + 1 }, { runAt: scope.now.add({ minutes }) });
  }
}

export const sendLetter: Job = {
  name: 'mail.send',
  audit: { kind: 'nothing', because: 'the door that wrote the letter is in the log' },
  run: send,
};
