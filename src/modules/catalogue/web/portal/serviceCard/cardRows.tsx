import type { Child } from 'hono/jsx';
import { formatDate } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import { Link, List, PhoneLinks, type SummaryRow } from '#ui/index.ts';
import { asHeading, getArea } from '../../../domain/classification.ts';
import { linkOf, type ServiceLimit } from '../../../domain/service.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { countInWords } from '../../../texts/words.ts';
import { feeInWords, priceBesideWords } from '../../feeInWords.ts';
import { listPrices, validityInWords } from '../../pricesInWords.ts';
import { translationOf } from '../../../domain/translation.ts';
import {
  InPolishMark,
  accessibilityWords,
  capacityWords,
  contact,
  documents,
  hours,
  languageIn,
  places,
  providerWords,
  texts,
  told,
} from './cardParts.tsx';

type Words = ReturnType<typeof catalogueTexts.in>;

/**
 * What a person wants to know first: for whom, what it costs, when and where; what the law calls it and where we know it from stand
 * last. What the card does not say of what people ask about comes together, with whom to ask.
 */
export function cardRows(service: CatalogueService, c: PageContext): SummaryRow[] {
  const t = catalogueTexts.in(c.lang);
  const rows: { label: string; value: Child | null; isAlways?: boolean }[] = [
    { label: t('card.scope'), value: told(c, service, 'scope'), isAlways: service.summary === null },
    { label: t('card.recipients'), value: told(c, service, 'recipients'), isAlways: true },
    { label: t('card.age'), value: ageWords(service, t) },
    { label: t('card.fee'), value: feeWords(service, c), isAlways: true },
    { label: t('card.schedule'), value: hours(service, c), isAlways: true },
    // What comes to people's homes, or is told to serve the whole gmina, has no place to ask about.
    { label: t('card.places'), value: places(service, c, t), isAlways: coverage(service, c) === null },
    { label: t('card.mode'), value: modeWords(service, t) },
    { label: t('card.coverage'), value: coverage(service, c) },
    { label: t('card.contact'), value: contact(service, c, t) },
    { label: t('card.documents'), value: documents(service, c, t) },
    { label: t('card.capacity'), value: capacityWords(service, c, t) },
    { label: t('card.waitTime'), value: told(c, service, 'waitTime') },
    { label: t('card.accessibility'), value: accessibilityWords(service, c, t) },
    { label: t('card.limits'), value: limitWords(service, c, t), isAlways: true },
    { label: t('card.qualification'), value: told(c, service, 'qualification'), isAlways: true },
    { label: t('card.provider'), value: providerWords(service, c, t), isAlways: true },
    { label: t('card.languages'), value: languageWords(service, c) },
    { label: t('card.interpretation'), value: told(c, service, 'interpretation') },
    { label: t('card.validity'), value: validityInWords(service, c.lang) },
    { label: t('card.program'), value: texts(c, [service.program?.name ?? null, service.program?.description ?? null]) },
    {
      label: t('card.funding'),
      value: texts(
        c,
        service.funding.map(({ source: from }) => from ?? null),
      ),
    },
    { label: t('card.licenses'), value: texts(c, [service.accreditations, service.licenses]) },
    { label: t('card.areas'), value: areaWords(service, c, t) },
    { label: t('card.source'), value: source(service, c, t) },
  ];
  const missing = rows.filter(({ value, isAlways }) => value === null && isAlways).map(({ label }) => label);
  const known = rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  if (missing.length === 0) return known;
  const ask = { label: t('card.unknown'), value: askTheCentre(missing, c, t) };
  const legal = known.findIndex(({ label }) => label === t('card.areas') || label === t('card.source'));
  return legal < 0 ? [...known, ask] : known.toSpliced(legal, 0, ask);
}

/** What the card does not say of what people ask about, and whom to ask. */
function askTheCentre(missing: readonly string[], c: PageContext, t: Words): NonNullable<Child> {
  const phone = c.centre?.phone ?? null;
  const email = c.centre?.email ?? null;
  return (
    <div class="ok-prose">
      <p>{t('card.unknownText', { what: missing.map((label) => label.toLocaleLowerCase(c.lang)).join(', ') })}</p>
      <p>
        {t('card.askCentre')} {phone === null ? null : <PhoneLinks number={phone} />}
        {phone !== null && email !== null ? ', ' : null}
        {email === null ? null : <Link href={`mailto:${email}`}>{email}</Link>}
        {phone === null && email === null ? <Link href={c.at('/pomoc')}>{t('card.tellUs')}</Link> : null}
      </p>
    </div>
  );
}

function ageWords({ minimumAge: from, maximumAge: to }: CatalogueService, t: Words): string | null {
  if (from !== null && to !== null) return t('card.ageFromTo', { from, to });
  if (from !== null) return t('card.ageFrom', { from });
  return to === null ? null : t('card.ageTo', { to });
}

function areaWords({ areas }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (areas.length === 0) return null;
  const names = areas.map((number) => <Link href={`${c.at('/uslugi')}?sprawa=${number}`}>{asHeading(getArea(number).name, c.lang)}</Link>);
  return (
    <>
      <List items={names} />
      <p class="ok-muted ok-small">{t('card.act')}</p>
    </>
  );
}

function coverage(service: CatalogueService, c: PageContext): Child | null {
  const areas = texts(
    c,
    service.serviceAreas.map(({ name, description }) => [name, description].filter(Boolean).join(' – ') || null),
  );
  const own = told(c, service, 'coverage');
  return own === null || areas === null ? (own ?? areas) : [own, areas];
}

function feeWords(service: CatalogueService, c: PageContext): Child | null {
  const { fee, costOptions } = service;
  const options = listPrices(costOptions, c.today, c.lang);
  const words = saysOnlyFree(service, c) ? null : told(c, service, 'fee');
  const price = words === null || isFreeUntold(service, c) ? feeInWords(fee, c.lang) : priceBesideWords(fee, c.lang);
  const own = words === null || price === null ? (words ?? price) : [<p>{price}</p>, words];
  if (options.length === 0) return own;
  return (
    <>
      {own}
      <InPolishMark c={c} />
      <div lang={c.lang === 'pl' ? undefined : 'pl'}>
        <List items={options} />
      </div>
    </>
  );
}

/** That it is free is known; where the words of the card are in Polish only, the reader's language says so first. */
const isFreeUntold = (service: CatalogueService, c: PageContext) =>
  c.lang !== 'pl' && service.fee.kind === 'free' && translationOf(service, c.lang, 'fee') === undefined;
const saysOnlyFree = (service: CatalogueService, c: PageContext) =>
  isFreeUntold(service, c) && /^(?:usługa (?:jest )?)?bezpłatn(?:a|ie|y)\.?$/i.test((service.fee.text ?? '').trim());

function modeWords({ modes }: CatalogueService, t: Words): string | null {
  return modes.length === 0 ? null : modes.map((mode) => t(`card.modeName.${mode}`)).join(', ');
}

function languageWords(service: CatalogueService, c: PageContext): Child | null {
  if (service.languages.length === 0) return null;
  const items = service.languages.flatMap((language) => {
    const word = languageIn(language, c.lang);
    return word === undefined ? [] : [language.note === undefined ? word : `${word} (${language.note})`];
  });
  return items.length === 0 ? null : items.join(', ');
}

function limitWords(service: CatalogueService, c: PageContext, t: Words): Child | null {
  const { limits } = service;
  if (limits.length === 0) return told(c, service, 'limits');
  return (
    <>
      <List items={limits.map((limit) => oneLimit(limit, c, t))} />
      {told(c, service, 'limits')}
    </>
  );
}

function oneLimit({ amount, unit, per, of, note }: ServiceLimit, c: PageContext, t: Words): Child {
  const count = countInWords(amount, unit, c.lang);
  return (
    <>
      {`${count} ${t(`per.${per}`)} ${t(`of.${of}`)}`}
      {note === null ? null : <span lang={c.lang === 'pl' ? undefined : 'pl'}> ({note})</span>}
    </>
  );
}

function source({ source: where, checkedOn }: CatalogueService, c: PageContext, t: Words): Child | null {
  const day = checkedOn === null ? null : t('card.checked', { date: formatDate(Temporal.PlainDate.from(checkedOn), c.lang) });
  if (where === null) return day;
  const link = linkOf(where);
  const checked = day === null ? '' : ` (${day})`;
  return (
    <span class="ok-breakable">
      {link === undefined ? (
        where
      ) : (
        <Link external href={link}>
          {where}
        </Link>
      )}
      {checked}
    </span>
  );
}
