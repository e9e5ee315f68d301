import type { CentreContext } from '#platform/http/index.ts';
import { listedParts } from '#platform/html/index.ts';
import { asHeading, freeForNewcomers, getArea, getTargetGroup } from '#modules/catalogue/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { AreaIcon, CardLink, Tags } from '#ui/index.ts';
import type { Way } from '../../../domain/near.ts';
import { nameOfNeed } from '../../../domain/shippedNeedNames.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { FoundService } from '../../../usecases/searchServices.ts';

/** "other" says nothing that fits into a word or two. */
const feeWords = { free: 'free', 'by-income': 'byIncome', 'flat-per-unit': 'paid', 'flat-per-period': 'paid', other: undefined } as const;
type Words = ReturnType<typeof searchTexts.in>;
const shownMatches = 3;
const shownGroups = 2;

/** A service in the list: what it is, for whom, what it costs, how far, whether there is a place, and why it was found. */
interface Props {
  readonly c: CentreContext;
  readonly hit: FoundService;
  readonly hasWords: boolean;
  /** Undefined when no place was named. */
  readonly way?: Way | undefined;
  /** What is said once above the list: the need that the words tell of. */
  readonly said?: string | undefined;
  /** Whether the list says once that its services are examples; real ones are marked then. */
  readonly hidesDemo?: boolean;
}
export function ServiceHit({ c, hit, hasWords, way, said, hidesDemo = false }: Props) {
  const { service } = hit;
  const t = searchTexts.in(c.lang);
  const own = c.lang === 'pl' ? undefined : service.translations[c.lang];
  const area = service.areas[0];
  const { kind, price } = service.fee;
  const fee = feeWords[kind ?? 'other'] ?? ((price ?? 0) > 0 ? 'paid' : undefined);
  const groups = service.targetGroups.filter((code) => code !== 'EVERYONE').slice(0, shownGroups);
  const text = own?.summary ?? service.summary ?? shortened(service.scope) ?? service.recipients;
  const name = own?.name ?? service.name;
  const why = hasWords ? whyWords(hit, c.lang, t, said) : null;
  return (
    <CardLink
      level={3}
      href={c.at(`/uslugi/${service.id}`)}
      title={own || c.lang === 'pl' ? name : <span lang="pl">{name}</span>}
      {...(text && { text: own?.summary || c.lang === 'pl' ? text : <span lang="pl">{text}</span> })}
      icon={area === undefined ? <AreaIcon code="SOCIAL_ASSISTANCE" /> : <AreaIcon code={getArea(area).code} />}
      meta={
        <>
          <Tags
            items={[
              ...(fee
                ? [{ label: t(`list.${fee}`), tone: service.fee.kind === 'free' ? ('success' as const) : ('neutral' as const) }]
                : []),
              ...groups.map((code) => ({ label: asHeading(getTargetGroup(code).name, c.lang), tone: 'accent' as const })),
              ...(service.vacancy ? [placesTag(service.vacancy, t)] : []),
              ...(way === undefined ? [] : [{ label: wayWords(way, c.lang, t), tone: 'neutral' as const }]),
              ...(service.demo === hidesDemo ? [] : [{ label: t(service.demo ? 'list.demo' : 'list.real'), tone: 'warning' as const }]),
            ]}
          />
          {why === null ? null : <p class="ok-why">{why}</p>}
          {listedParts(c, { id: service.id, name })}
        </>
      }
    />
  );
}

/** Free places, or how long one waits for the next. */
function placesTag(vacancy: NonNullable<FoundService['service']['vacancy']>, t: Words) {
  const places = freeForNewcomers(vacancy);
  if (places > 0) return { label: t('list.freePlaces', { count: places }), tone: 'success' as const };
  const waiting = vacancy.queue ?? 0;
  // A place that is free while others wait for it is not for newcomers; the card tells both numbers.
  const full = waiting > 0 && vacancy.free > 0 ? t('list.queue', { count: waiting }) : t('list.noPlaces');
  const label = vacancy.waitDays === null ? full : t('list.wait', { count: vacancy.waitDays });
  return { label, tone: 'neutral' as const };
}

function wayWords(way: Way, lang: Language, t: Words): string {
  if (way.kind !== 'km') return t(`list.way.${way.kind}`);
  if (way.km < 1) return t('list.way.lessThanKm');
  return t('list.distance', { km: new Intl.NumberFormat(lang, { maximumFractionDigits: way.km < 10 ? 1 : 0 }).format(way.km) });
}

/** The needs for which a service was found, in the reader's language. */
export const needsSaid = ({ matches }: FoundService, lang: Language): string[] =>
  matches.flatMap(({ kind, need, found }) => (kind === 'need' ? [nameOfNeed({ id: need ?? '', name: found }, lang)] : []));

/** Why a service was found; null when what is said above the list says it all, or there is nothing to say that would help. */
function whyWords(hit: FoundService, lang: Language, t: Words, above: string | undefined): string | null {
  const { matches } = hit;
  if (matches.length === 0) return null;
  // The need says most; what the lexicon made of single words only repeats it.
  const needs = needsSaid(hit, lang);
  const others = matches.filter(({ kind }) => kind !== 'need' && kind !== 'perhaps' && (needs.length === 0 || kind !== 'meaning'));
  if (needs.length + others.length === 0) return t('list.whyPerhaps');
  // In the words of whoever searched; what a slip was read as is said above the list.
  const slips = new Map(matches.flatMap(({ kind, typed, found }) => (kind === 'spelling' ? [[typed, found] as const] : [])));
  const words = new Set(others.map(({ typed }) => slips.get(typed) ?? typed));
  // A single word of a longer part that is told says nothing more.
  const told = [...words].filter((word) => ![...words].some((other) => other !== word && other.split(' ').includes(word)));
  const said = [...needs.filter((need) => need !== above).map((need) => t('list.whyNeed', { need })), ...told].slice(0, shownMatches);
  return said.length === 0 ? null : `${t('list.why')}: ${said.join(', ')}`;
}

function shortened(text: string | null): string | null {
  const [first = ''] = (text ?? '').split('\n');
  if (first === '') return null;
  return first.length <= 160 ? first : `${first.slice(0, first.lastIndexOf(' ', 157))}…`;
}
