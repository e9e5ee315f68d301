import type { CentreContext } from '#platform/http/index.ts';
import { listedParts } from '#platform/html/index.ts';
import { asHeading, freeForNewcomers, getArea, getTargetGroup } from '#modules/catalogue/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { AreaIcon, CardLink, Tags } from '#ui/index.ts';
import { nameOfNeed } from '../../../domain/shippedNeedNames.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { FoundService } from '../../../usecases/searchServices.ts';

/** "other" says nothing that fits into a word or two. */
const feeWords = { free: 'free', 'by-income': 'byIncome', 'flat-per-unit': 'paid', 'flat-per-period': 'paid', other: undefined } as const;
const shownMatches = 3;
const shownGroups = 2;

/** A service in the list: what it is, for whom, what it costs, how far, whether there is a place, and why it was found. */
interface Props {
  readonly c: CentreContext;
  readonly hit: FoundService;
  readonly hasWords: boolean;
  readonly distanceKm: number | null;
}
export function ServiceHit({ c, hit, hasWords, distanceKm }: Props) {
  const { service } = hit;
  const t = searchTexts.in(c.lang);
  const own = c.lang === 'pl' ? undefined : service.translations[c.lang];
  const area = service.areas[0];
  const fee = feeWords[service.fee.kind ?? 'other'];
  const groups = service.targetGroups.filter((code) => code !== 'EVERYONE').slice(0, shownGroups);
  const text = own?.summary ?? service.summary ?? shortened(service.scope) ?? service.recipients;
  const name = own?.name ?? service.name;
  const places = service.vacancy ? freeForNewcomers(service.vacancy) : 0;
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
              ...(places > 0 ? [{ label: t('list.freePlaces', { count: places }), tone: 'success' as const }] : []),
              ...(distanceKm === null ? [] : [{ label: distanceWords(distanceKm, c.lang, t), tone: 'neutral' as const }]),
              ...(service.demo ? [{ label: t('list.demo'), tone: 'warning' as const }] : []),
            ]}
          />
          {hasWords ? <p class="ok-why">{whyWords(hit, c.lang, t)}</p> : null}
          {listedParts(c, { id: service.id, name })}
        </>
      }
    />
  );
}

function distanceWords(km: number, lang: Language, t: ReturnType<typeof searchTexts.in>): string {
  if (km < 1) return t('list.onTheSpot');
  return t('list.distance', { km: new Intl.NumberFormat(lang, { maximumFractionDigits: km < 10 ? 1 : 0 }).format(km) });
}

function whyWords({ matches }: FoundService, lang: Language, t: ReturnType<typeof searchTexts.in>): string {
  if (matches.length === 0) return t('list.similar');
  // The need says most; what the lexicon made of single words only repeats it.
  const needs = matches.filter(({ kind }) => kind === 'need');
  const others = matches.filter(({ kind }) => kind !== 'need' && kind !== 'perhaps' && (needs.length === 0 || kind !== 'meaning'));
  if (needs.length + others.length === 0) return t('list.whyPerhaps');
  const said = [...needs, ...others].slice(0, shownMatches).map(({ typed, found, kind, need }) => {
    if (kind === 'need') return t('list.whyNeed', { need: nameOfNeed({ id: need ?? '', name: found }, lang) });
    if (kind === 'spelling') return t('list.whySpelling', { typed, found });
    return kind === 'meaning' && typed !== found ? t('list.whyMeaning', { typed, found }) : typed;
  });
  return `${t('list.why')}: ${[...new Set(said)].join(', ')}`;
}

function shortened(text: string | null): string | null {
  const [first = ''] = (text ?? '').split('\n');
  if (first === '') return null;
  return first.length <= 160 ? first : `${first.slice(0, first.lastIndexOf(' ', 157))}…`;
}
