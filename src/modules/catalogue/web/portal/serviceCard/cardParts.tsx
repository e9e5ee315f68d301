import type { Child } from 'hono/jsx';
import { formatInstant } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import { Link, List, PhoneLinks, Tag } from '#ui/index.ts';
import { hoursOf } from '../../../domain/facets.ts';
import type { Language } from '../../../domain/parts.ts';
import type { Place } from '../../../domain/place.ts';
import { listPlaced } from '../../../domain/placedParts.ts';
import { isOver } from '../../../domain/schedule.ts';
import { linkOf } from '../../../domain/service.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { listOfDocuments, polishText, translationOf, type TranslatedText } from '../../../domain/translation.ts';
import { openInWords, scheduleInWords } from '../../scheduleWords.ts';

type Words = ReturnType<typeof catalogueTexts.in>;
const inPolish = (c: PageContext) => (c.lang === 'pl' ? undefined : 'pl');

/** Says to who reads another language that what follows is in Polish; nothing on the Polish page. */
export function InPolishMark({ c }: { readonly c: PageContext }) {
  return c.lang === 'pl' ? null : <p class="ok-muted ok-small">{catalogueTexts.in(c.lang)('card.thisInPolish')}</p>;
}

/** Paragraphs of the card's own texts, which are in Polish. */
export function texts(c: PageContext, parts: readonly (string | null)[]): Child | null {
  const lines = parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return (
    <>
      <InPolishMark c={c} />
      <div class="ok-prose" lang={inPolish(c)}>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
      </div>
    </>
  );
}

/** Texts of the card in the reader's language where they are translated, otherwise in Polish. */
export function told(c: PageContext, service: CatalogueService, ...wanted: readonly TranslatedText[]): Child | null {
  const paragraphs = wanted.flatMap((text) => {
    const own = translationOf(service, c.lang, text);
    const words = own ?? polishText(service, text) ?? '';
    const lang = own === undefined ? inPolish(c) : undefined;
    return words
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => <p lang={lang}>{line}</p>);
  });
  if (paragraphs.length === 0) return null;
  const isPolish = wanted.some((text) => translationOf(service, c.lang, text) === undefined && polishText(service, text));
  return (
    <div class="ok-prose">
      {isPolish ? <InPolishMark c={c} /> : null}
      {paragraphs}
    </div>
  );
}

/** What to bring; forms that can be downloaded lead there. */
export function documents(service: CatalogueService, c: PageContext, t: Words): Child | null {
  const forms = service.requiredDocuments.flatMap(({ document, uri }) =>
    uri === undefined || linkOf(uri) === undefined ? [] : [{ document, uri }],
  );
  const own = translationOf(service, c.lang, 'documents')?.split('\n');
  const names = own ?? listOfDocuments(service);
  if (names.length === 0 && forms.length === 0) return null;
  const linked = new Map(forms.map(({ document, uri }) => [document, uri]));
  const item = (name: string) => {
    const uri = linked.get(name);
    return uri === undefined ? (
      name
    ) : (
      <Link external href={uri}>
        {name}
      </Link>
    );
  };
  return (
    <>
      {own === undefined ? <InPolishMark c={c} /> : null}
      <div lang={own === undefined ? inPolish(c) : undefined}>
        <List items={names.map(item)} />
      </div>
      {own === undefined || forms.length === 0 ? null : (
        <List
          items={forms.map(({ document, uri }) => (
            <Link external href={uri}>
              {t('card.form')}: <span lang="pl">{document ?? new URL(uri).hostname}</span>
            </Link>
          ))}
        />
      )}
    </>
  );
}

/** Days and hours, whether somebody is there now, and what the card says in its own words. */
export function hours(service: CatalogueService, c: PageContext): Child | null {
  const schedules = hoursOf(service);
  const t = catalogueTexts.in(c.lang);
  const lines = schedules.flatMap((schedule) => {
    const words = scheduleInWords(schedule, c.lang);
    return words === undefined ? [] : [isOver(schedule, c.today) ? t('card.over', { schedule: words }) : words];
  });
  const now = service.status === 'active' ? openInWords(schedules, c.now, c.lang) : undefined;
  if (lines.length === 0) return told(c, service, 'schedule');
  return (
    <>
      {now ? <p>{now.isOpen ? <Tag tone="success">{now.text}</Tag> : now.text}</p> : null}
      <List items={lines} />
      {told(c, service, 'schedule')}
    </>
  );
}

export function capacityWords({ capacity, vacancy, capacities }: CatalogueService, c: PageContext, t: Words): Child | null {
  const allPlaces = vacancy?.counted?.limit ?? capacity;
  const lines = [
    ...(allPlaces === null ? [] : [t('card.capacityCount', { count: allPlaces })]),
    ...(vacancy === null ? [] : [vacancy.free === 0 ? t('card.noFree') : t('card.freePlaces', { count: vacancy.free })]),
    ...(vacancy === null || vacancy.queue === null
      ? []
      : [vacancy.queue === 0 ? t('card.noQueue') : t('card.queue', { count: vacancy.queue })]),
    ...(vacancy && vacancy.free > 0 && (vacancy.queue ?? 0) > 0 ? [t('card.queueFirst')] : []),
    ...(vacancy === null || vacancy.waitDays === null ? [] : [t('card.wait', { count: vacancy.waitDays })]),
    ...capacities.map(({ available, maximum, unit }) => `${unit.name}: ${available}${maximum === undefined ? '' : ` / ${maximum}`}`),
  ];
  if (lines.length === 0) return null;
  const moment = vacancy?.asOf ?? capacities[0]?.updated;
  return (
    <>
      {lines.length === 1 ? <p>{lines[0]}</p> : <List items={lines} />}
      {moment === undefined ? null : (
        <p class="ok-muted ok-small">{t('card.asOf', { date: formatInstant(Temporal.Instant.from(moment), c.lang) })}</p>
      )}
    </>
  );
}

export function places({ places: all }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (all.length === 0) return null;
  return (
    <div class="ok-prose" lang={inPolish(c)}>
      {all.map((place) => (
        <>
          <p>{addressOf(place)}</p>
          {place.site?.description === undefined ? null : <p>{place.site.description}</p>}
          {place.transportation === undefined ? null : (
            <p class="ok-small">
              {t('card.transport')}: {place.transportation}
            </p>
          )}
        </>
      ))}
    </div>
  );
}

function addressOf({ name, street, postcode, town }: Place): string {
  const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return address === '' || address === name ? name : `${name}, ${address}`;
}

export function accessibilityWords({ places: all }: CatalogueService, c: PageContext, t: Words): Child | null {
  const ofPlace = (place: Place) =>
    (place.accessibility ?? []).flatMap(({ feature, description, details }) => {
      const word = feature === undefined ? description : t(`card.feature.${feature}`);
      return word === undefined ? [] : [details === undefined ? word : `${word} (${details})`];
    });
  const known = all.filter((place) => ofPlace(place).length > 0);
  if (known.length === 0) return null;
  return (
    <>
      {known.map((place) => (
        <>
          {known.length > 1 ? <p lang={inPolish(c)}>{place.name}</p> : null}
          <List items={ofPlace(place)} />
        </>
      ))}
    </>
  );
}

export function providerWords({ provider }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (provider === null) return null;
  const site =
    provider.website === undefined || (c.world.isDemo && !provider.website.includes('example')) ? undefined : linkOf(provider.website);
  return (
    <div class="ok-prose">
      <p lang={inPolish(c)}>{provider.name}</p>
      {provider.kind === null ? null : <p class="ok-muted ok-small">{t(`card.kind.${provider.kind}`)}</p>}
      {site === undefined ? null : (
        <p>
          <Link external href={site}>
            {new URL(site).hostname}
          </Link>
        </p>
      )}
    </div>
  );
}

/** The number to call about the service: its own, else the centre's. In a demonstration a real service has none. */
export function phoneToCall(service: CatalogueService, c: PageContext): string | undefined {
  if (c.world.isDemo && !service.demo) return undefined;
  return service.contact.phone ?? listPlaced(service, 'phones')[0]?.part.number ?? c.centre?.phone ?? undefined;
}

/** In a demonstration nobody may think that a real centre answers here. */
export function contact(service: CatalogueService, c: PageContext, t: Words): Child | null {
  const { contact: main, additionalUrls, demo, source: page } = service;
  const phones = listPlaced(service, 'phones');
  if (c.world.isDemo && !demo) return page === null ? null : t('card.contactInSource');
  const call = (number: string) => <PhoneLinks number={number} />;
  const write = (email: string) => <Link href={`mailto:${email}`}>{email}</Link>;
  const ways = [
    ...(main.phone === null || phones.some(({ part }) => part.number === main.phone) ? [] : [call(main.phone)]),
    ...phones.map(({ part, where }) => (
      <>
        {call(part.number)}
        {part.extension === undefined ? null : ` ${t('card.extension', { number: part.extension })}`}
        {inBrackets(part.languages, c)}
        {[part.description, placeNamed(service, where)].map((each) =>
          each === undefined ? null : <span lang={inPolish(c)}> – {each}</span>,
        )}
      </>
    )),
    ...(main.email === null ? [] : [write(main.email)]),
    ...listPlaced(service, 'contacts').map(({ part: { name, title, department, email, phones: theirs }, where }) => (
      <>
        <span lang={inPolish(c)}>{[name, title, department, placeNamed(service, where)].filter(Boolean).join(', ')}</span>
        {theirs?.map(({ number, description, languages }) => (
          <>
            <br />
            {call(number)}
            {inBrackets(languages, c)}
            {description === undefined ? null : <span lang={inPolish(c)}> – {description}</span>}
          </>
        ))}
        {email === undefined ? null : (
          <>
            <br />
            {write(email)}
          </>
        )}
      </>
    )),
    ...(main.url === null || linkOf(main.url) === undefined
      ? []
      : [
          <Link external href={main.url}>
            {new URL(main.url).hostname}
          </Link>,
        ]),
    ...additionalUrls.flatMap(({ label, url }) =>
      linkOf(url) === undefined
        ? []
        : [
            <Link external href={url}>
              {label === undefined ? new URL(url).hostname : <span lang={inPolish(c)}>{label}</span>}
            </Link>,
          ],
    ),
  ];
  return ways.length === 0 ? null : <List items={ways} />;
}

const placeNamed = ({ places: all }: CatalogueService, where: string | undefined) =>
  where === undefined ? undefined : all.find(({ id }) => id === where)?.name;

/** Languages after a number, in brackets. */
function inBrackets(languages: readonly Language[] | undefined, c: PageContext): string | null {
  const names = (languages ?? []).flatMap((language) => languageIn(language, c.lang) ?? []);
  return names.length === 0 ? null : ` (${names.join(', ')})`;
}

/** A language in the reader's words. */
export function languageIn({ code, name }: Language, lang: PageContext['lang']): string | undefined {
  if (code === undefined) return name;
  if (code === 'pso') return catalogueTexts.in(lang)('card.feature.sign-language');
  return (/^[a-z]{2,3}$/.test(code) ? new Intl.DisplayNames([lang], { type: 'language' }).of(code) : code) ?? code;
}
