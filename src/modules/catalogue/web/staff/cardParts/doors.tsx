import {
  audits,
  auditsNothing,
  BadRequest,
  centreDoor,
  draftDoor,
  findDraft,
  FormFields,
  page,
  redirect,
  saveDraft,
  versionSeen,
  type CentreContext,
  type CentreDoor,
} from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { polishText, staleTexts, type TranslatedText } from '../../../domain/translation.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { findDoubts } from '../../../domain/doubts.ts';
import { recordOf, type CatalogueService } from '../../../store/assembleServices.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { changeCard, findSeen } from '../../../usecases/changeCard.ts';
import { getService } from '../../../usecases/services.ts';
import { doubtInWords } from '../doubtInWords.ts';
import { unanswered, type Question } from '../questions.ts';
import type { CardPage, CardSection } from './cardPage.ts';
import { CardPartPage, type CardPartProps } from './CardPartPage.tsx';
import { contactsPage } from './contacts.ts';
import { costsPage } from './costs.ts';
import { morePage } from './more.ts';
import { afterAction, applySections, at, countRows, readAction, readSections, typedSections } from './partForm.ts';
import { joinsWeek, timesPage } from './times.ts';
import { translationPages } from './translation.ts';

const t = cardPartTexts.in('pl');
/** Borders of an area as GeoJSON are long. */
const largestForm = 2 * 1024 * 1024;
/** In the address of a page after a row of it joined the week. */
const IN_WEEK = 'w-tygodniu';
type Params = { readonly serviceId: string };
type C = CentreContext<Params>;

/** A page of the editor, what saves it, and what keeps its unsent text. */
function doorsOf(cardPage: CardPage): readonly CentreDoor[] {
  const path = `/praca/uslugi/:serviceId${cardPage.path}` as '/praca/uslugi/:serviceId/x';
  const draw = async (c: C, service: CatalogueService, props: Pick<CardPartProps, 'typed' | 'version'> & Partial<CardPartProps>) => (
    <CardPartPage
      c={c as unknown as CentreContext}
      page={cardPage}
      service={service}
      sections={cardPage.sections(service)}
      earlier={await earlierTexts(c, cardPage, service)}
      {...props}
    />
  );

  const show = centreDoor({
    method: 'GET',
    path,
    may: mayManageCatalogue,
    audit: auditsNothing('no personal data'),
    async handle(c) {
      const service = await getService(c.scope, c.params.serviceId);
      const draft = await findDraft(c.scope, c.path);
      const done = readDone(c.query.get('po'));
      const isMoved = cardPage.key === 'times' && c.query.has(IN_WEEK);
      const typed = draft?.typed ?? typedSections(cardPage.sections(service), service);
      const version = draft ? versionSeen(draft.typed) : service.version;
      // Whoever has just pressed a button of a row knows that the text is not sent yet.
      return page(await draw(c, service, { typed, version, done, isMoved, draft: done ? undefined : draft }));
    },
  });

  const save = centreDoor({
    method: 'POST',
    path,
    may: mayManageCatalogue,
    audit: audits('catalogue.service.changed'),
    keepsDraft: true,
    maxBody: largestForm,
    async handle(c) {
      const service = await getService(c.scope, c.params.serviceId);
      const sections = cardPage.sections(service);
      const version = versionSeen(c.fields);
      const read = readSections(sections, c.fields);
      if (read.errors.length > 0) return page(await draw(c, service, { typed: c.fields, version, errors: read.errors }), 422);
      const known = recordOf(service);
      const change = applySections(sections, read, known, { seen: { card: known, version }, now: c.now });
      const questions = questionsOf(c, service, change);
      if (unanswered(questions, c.fields).length > 0) return page(await draw(c, service, { typed: c.fields, version, questions }), 422);
      const saved = await changeCard(c.scope, service.id, version, {
        touched: cardPage.touched,
        change: (current, seen) => applySections(sections, read, current, { seen: { card: seen, version }, now: c.now }),
      });
      if (saved.ok) {
        const { isChanged } = saved.value;
        c.concerns({ detail: { serviceId: service.id, ...(!isChanged && { isChanged }) } });
        // A row that went to the week is not on this page any more.
        const isMoved = joinsWeek(known, { ...known, ...change });
        return redirect(isMoved ? `${c.path}?${IN_WEEK}` : c.path, t(isChanged ? 'saved' : 'unchanged'));
      }
      const { current } = saved.refusal;
      const theirs = typedSections(cardPage.sections(current), current);
      const seen = await findSeen(c.scope, service.id, version);
      const typed = rebased(sections, c.fields, seen, current);
      return page(await draw(c, current, { typed, version: current.version, theirs }), 409);
    },
  });
  /** Adds, removes and moves rows of the form; the card stays. What was typed is kept as unsent text, so nothing is lost on the way. */
  const changeRows = centreDoor({
    method: 'POST',
    path: `${path}/wiersze`,
    may: mayManageCatalogue,
    audit: auditsNothing('unsent text of its own author'),
    repeatable: 'only the unsent text of its author changes',
    maxBody: largestForm,
    async handle(c) {
      const service = await getService(c.scope, c.params.serviceId);
      const here = c.path.slice(0, -'/wiersze'.length);
      const action = readAction(cardPage.sections(service), c.fields.get('zrob'));
      if (!action) throw new BadRequest('no such row');
      const typed = afterAction(c.fields, action);
      await saveDraft(c.scope, here, FormFields.from({ ...typed.toRecord(), _version: c.fields.get('_version') }));
      const { kind, section } = action;
      return redirect(`${here}?po=${kind}.${section.name}.${kind === 'add' ? countRows(typed, section) - 1 : action.index}`);
    },
  });
  const keep = draftDoor<Params>(save, { check: (c) => getService(c.scope, c.params.serviceId) });
  return [show, save, changeRows, keep];
}

/** What of the changed card can hardly be meant; what the card said before is not asked about. */
function questionsOf(c: C, service: CatalogueService, change: object): readonly Question[] {
  const known = new Set(findDoubts(service, c.today).map(doubtInWords));
  const told = new Set(findDoubts({ ...recordOf(service), ...change }, c.today).map(doubtInWords));
  return [...told.difference(known)].map((text) => ({
    key: text,
    field: 'schedules',
    message: `${text}. ${catalogueStaffTexts.in('pl')('ask.again')}`,
  }));
}

/** What a button of a row did, as the address tells: `add.costOptions.2`. */
function readDone(typed: string | null): CardPartProps['done'] {
  const [kind = '', section = '', index = ''] = (typed ?? '').split('.');
  if (kind === 'add') return { section, added: Number(index) };
  const text = kind === 'remove' ? t('removedRow') : kind === 'up' || kind === 'down' ? t('movedRow') : undefined;
  return text === undefined ? undefined : { section, text };
}

/** Rows typed over one state of the card, each leading to the same part in a newer state, where it still is. */
function rebased(sections: readonly CardSection[], typed: FormFields, seen: ServiceRecord | undefined, current: ServiceRecord): FormFields {
  const moved: Record<string, string[]> = {};
  for (const section of sections) {
    if (section.kind === 'group') continue;
    const before = seen ? section.rows(seen) : [];
    const now = section.rows(current).map(({ values, was }) => ({ said: JSON.stringify(values), was }));
    for (let index = 0; index < countRows(typed, section); index += 1) {
      const name = at(section.name, index, 'was');
      const part = before.find(({ was }) => String(was) === typed.get(name));
      const found = part && now.find(({ said }) => said === JSON.stringify(part.values));
      moved[name] = [found ? String(found.was) : ''];
    }
  }
  return FormFields.from({ ...typed.toRecord(), ...moved });
}

/** The Polish of texts that changed after they were translated, as the translator saw it. */
async function earlierTexts(c: C, { key }: CardPage, service: CatalogueService): Promise<ReadonlyMap<TranslatedText, string>> {
  const earlier = new Map<TranslatedText, string>();
  if (key !== 'en' && key !== 'uk') return earlier;
  const versions = new Map<number, ServiceRecord | undefined>();
  for (const text of staleTexts(service, key)) {
    const from = service.translations[key]?.madeFrom?.[text]?.version;
    if (from === undefined) continue;
    if (!versions.has(from)) versions.set(from, await findSeen(c.scope, service.id, from));
    const seen = versions.get(from);
    if (seen) earlier.set(text, polishText(seen, text) ?? '');
  }
  return earlier;
}

export const cardPartDoors: readonly CentreDoor[] = [timesPage, costsPage, contactsPage, ...translationPages, morePage].flatMap(doorsOf);
