import { ok, refuse, type Result } from '#shared/result.ts';
import { lawOn } from '#modules/law/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import { countDue, listDueRows, listToRemind, markReminded, type AfterDue } from '../store/careStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { stewardTexts } from '../texts/stewardship.ts';
import { recordOf } from '../store/assembleServices.ts';
import { addressesOfCentre, addressesOfProvider } from './proposalLetters.ts';
import { getService, writtenBy } from './services.ts';

const t = stewardTexts.in('pl');

async function figureOf(scope: CentreScope, key: string): Promise<number> {
  const value = (await lawOn(scope, scope.today)).find(key)?.value;
  if (typeof value !== 'number') throw new Error(`parameter ${key} has no number in force on ${scope.today}`);
  return value;
}
/** After how many months a record is looked at again, where it has no period of its own. */
export const reviewMonthsOf = (scope: CentreScope): Promise<number> => figureOf(scope, 'serviceReviewMonths');

/** Records whose review is due, the longest due first. */
export async function listDueServices(
  scope: CentreScope,
  { after, limit }: { after?: AfterDue | undefined; limit: number },
): Promise<{ rows: readonly { service: CatalogueService; dueOn: Temporal.PlainDate }[]; hasMore: boolean }> {
  const found = await listDueRows(scope.tx, { months: await reviewMonthsOf(scope), by: scope.today, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const services = await assembleServices(
    scope.tx,
    shown.map(({ row }) => row),
  );
  const rows = shown.flatMap(({ dueOn }, index) => {
    const service = services[index];
    return service ? [{ service, dueOn }] : [];
  });
  return { rows, hasMore: found.length > limit };
}
export const countDueServices = async (scope: CentreScope): Promise<number> => countDue(scope.tx, await reviewMonthsOf(scope), scope.today);

/** Says that a card is still true, if it is as it was read. */
export async function confirmService(scope: CentreScope, id: string, seen: number): Promise<Result<object, 'changed-meanwhile'>> {
  const service = await getService(scope, id);
  const checkedOn = scope.today.toString();
  if (service.version !== seen) return refuse('changed-meanwhile');
  if (service.checkedOn === checkedOn) return ok({});
  const isSaved = await replaceService(scope.tx, seen, { ...recordOf(service), checkedOn }, scope.now, writtenBy(scope, 'review'));
  return isSaved ? ok({}) : refuse('changed-meanwhile');
}

/** More than this wait for the next day: a letter stays readable. */
const mostReminders = 500;

/**
 * Asks those who know whether records that are due are still true: who speaks for the provider, else the keeper of the
 * record, else the centre. One letter a person; the same record again only after the days that the settings give.
 * @returns how many letters were written
 */
export async function remindOfReviews(scope: CentreScope): Promise<number> {
  const notSince = scope.now.subtract({ hours: 24 * (await figureOf(scope, 'serviceReviewRemindDays')) });
  const due = await listToRemind(scope.tx, { months: await reviewMonthsOf(scope), by: scope.today, notSince, limit: mostReminders });
  const providers = new Map<string, readonly string[]>();
  const letters = new Map<string, { to: string; isProvider: boolean; names: string[] }>();
  const centre = due.length === 0 ? [] : await addressesOfCentre(scope);
  for (const { name, providerId, keeperEmail } of due) {
    if (providerId !== null && !providers.has(providerId)) providers.set(providerId, await addressesOfProvider(scope, providerId));
    const ofProvider = providerId === null ? [] : (providers.get(providerId) ?? []);
    const isProvider = ofProvider.length > 0;
    for (const to of isProvider ? ofProvider : keeperEmail === null ? centre : [keeperEmail]) {
      const letter = letters.get(`${isProvider} ${to}`) ?? { to, isProvider, names: [] };
      letters.set(`${isProvider} ${to}`, { ...letter, names: [...letter.names, name] });
    }
  }
  for (const { to, isProvider, names } of letters.values()) {
    const path = isProvider ? '/wykonawca/uslugi' : '/praca/uslugi/do-sprawdzenia';
    const link = `${scope.world.publicUrl}/${scope.centre.slug}${path}`;
    const list = names.map((name) => `– ${name}`).join('\n');
    await scope.mail({ to, subject: t('letter.review.subject', { count: names.length }), text: t('letter.review.text', { list, link }) });
  }
  await markReminded(
    scope.tx,
    due.map(({ id }) => id),
    scope.now,
  );
  return letters.size;
}
