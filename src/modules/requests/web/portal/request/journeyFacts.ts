import { listWaiting } from '#platform/files/index.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { attachmentLimits } from '#modules/cases/index.ts';
import { getServices, isOffered } from '#modules/catalogue/index.ts';
import { keptServiceIds } from '#modules/lists/index.ts';
import { ownerOfFiles, type RequestDraft } from '../../../usecases/drafts.ts';
import { findOfferedServices } from '../../../usecases/offeredServices.ts';
import type { JourneyFacts } from './JourneyPage.ts';

/** What the pages need: the chosen services that are still offered and, where they are chosen, those to choose from; and attached files. */
export async function factsFor(c: CentreContext, draft: RequestDraft, choosing: boolean): Promise<JourneyFacts> {
  const ids = draft.typed.all('services').filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const services = new Map([...(await getServices(c.scope, ids))].filter(([, service]) => isOffered(service, c.today)));
  const attached = await listWaiting(c.scope, ownerOfFiles(draft));
  const facts = { today: c.today, services, attached, limits: await attachmentLimits(c.scope) };
  if (!choosing) return { ...facts, found: [], saved: new Set(), isMore: false };
  const words = c.query.get('q') ?? '';
  const { found, isMore } = await findOfferedServices(c.scope, words);
  if (words.trim() !== '') return { ...facts, found, saved: new Set(), isMore };
  // What the reader has put on their own list comes first.
  const saved = new Map([...(await getServices(c.scope, keptServiceIds(c)))].filter(([, service]) => isOffered(service, c.today)));
  const others = found.filter(({ id }) => !saved.has(id));
  return { ...facts, found: [...saved.values(), ...others], saved: new Set(saved.keys()), isMore };
}
