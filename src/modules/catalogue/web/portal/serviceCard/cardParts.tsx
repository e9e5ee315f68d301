import type { Child } from 'hono/jsx';
import { formatInstant } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import { Link, List, Tag } from '#ui/index.ts';
import { hoursOf } from '../../../domain/facets.ts';
import type { Place } from '../../../domain/place.ts';
import { linkOf } from '../../../domain/service.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import type { catalogueTexts } from '../../../texts/index.ts';
import { openInWords, scheduleInWords } from '../../scheduleWords.ts';

type Words = ReturnType<typeof catalogueTexts.in>;
const inPolish = (c: PageContext) => (c.lang === 'pl' ? undefined : 'pl');

/** Paragraphs of the card's own texts, which are in Polish. */
export function texts(c: PageContext, parts: readonly (string | null)[]): Child | null {
  const lines = parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return (
    <div class="ok-prose" lang={inPolish(c)}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}

export function documents({ qualification, requiredDocuments }: CatalogueService, c: PageContext): Child | null {
  const all = [...qualification.documents, ...requiredDocuments.flatMap(({ document }) => document ?? [])];
  if (all.length === 0) return null;
  return (
    <div lang={inPolish(c)}>
      <List items={all} />
    </div>
  );
}

/** Days and hours, whether somebody is there now, and what the card says in its own words. */
export function hours(service: CatalogueService, c: PageContext): Child | null {
  const schedules = hoursOf(service);
  const lines = schedules.flatMap((schedule) => scheduleInWords(schedule, c.lang) ?? []);
  const now = service.status === 'active' ? openInWords(schedules, c.now, c.lang) : undefined;
  if (lines.length === 0) return texts(c, [service.schedule]);
  return (
    <>
      {now ? <p>{now.isOpen ? <Tag tone="success">{now.text}</Tag> : now.text}</p> : null}
      <List items={lines} />
      {texts(c, [service.schedule])}
    </>
  );
}

export function capacityWords({ capacity, vacancy, capacities }: CatalogueService, c: PageContext, t: Words): Child | null {
  const lines = [
    ...(capacity === null ? [] : [t('card.capacityCount', { count: capacity })]),
    ...(vacancy === null ? [] : [vacancy.free === 0 ? t('card.noFree') : t('card.freePlaces', { count: vacancy.free })]),
    ...(vacancy === null || vacancy.queue === null
      ? []
      : [vacancy.queue === 0 ? t('card.noQueue') : t('card.queue', { count: vacancy.queue })]),
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

/** In a demonstration nobody may think that a real centre answers here. */
export function contact(service: CatalogueService, c: PageContext, t: Words): Child | null {
  const { contact: main, phones, contacts, demo, source: page } = service;
  if (c.world.isDemo && !demo) return page === null ? null : t('card.contactInSource');
  const call = (number: string) => <Link href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</Link>;
  const write = (email: string) => <Link href={`mailto:${email}`}>{email}</Link>;
  const ways = [
    ...(main.phone === null || phones.some(({ number }) => number === main.phone) ? [] : [call(main.phone)]),
    ...phones.map(({ number, description }) => (
      <>
        {call(number)}
        {description === undefined ? null : <span lang={inPolish(c)}> – {description}</span>}
      </>
    )),
    ...(main.email === null ? [] : [write(main.email)]),
    ...contacts.map(({ name, title, email, phones: theirs }) => (
      <span lang={inPolish(c)}>
        {[name, title].filter(Boolean).join(', ')} {theirs?.map(({ number }) => call(number))} {email === undefined ? null : write(email)}
      </span>
    )),
    ...(main.url === null || linkOf(main.url) === undefined
      ? []
      : [
          <Link external href={main.url}>
            {new URL(main.url).hostname}
          </Link>,
        ]),
  ];
  return ways.length === 0 ? null : <List items={ways} />;
}
