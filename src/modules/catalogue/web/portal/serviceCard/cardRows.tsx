import type { Child } from 'hono/jsx';
import { formatMoney, grosze } from '#shared/money.ts';
import { formatDate } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import type { Translate } from '#platform/i18n/index.ts';
import { Link, List, type SummaryRow } from '#ui/index.ts';
import { asHeading, getArea } from '../../../domain/classification.ts';
import { linkOf, type ServiceLimit } from '../../../domain/service.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueTexts } from '../../../texts/index.ts';

type Words = ReturnType<typeof catalogueTexts.in>;

/** The card in the order in which centres publish it. What the source does not say is said to be missing where people ask for it. */
export function cardRows(service: CatalogueService, c: PageContext): SummaryRow[] {
  const t = catalogueTexts.in(c.lang);
  const rows: { label: string; value: Child | null; isAlways?: boolean }[] = [
    { label: t('card.scope'), value: texts(c, [service.name, service.scope]), isAlways: true },
    { label: t('card.recipients'), value: texts(c, [service.recipients]), isAlways: true },
    { label: t('card.age'), value: ageWords(service, t) },
    { label: t('card.areas'), value: areaWords(service, c, t) },
    { label: t('card.qualification'), value: texts(c, [service.qualification.text]), isAlways: true },
    { label: t('card.documents'), value: documents(service, c) },
    { label: t('card.fee'), value: feeWords(service, c, t), isAlways: true },
    { label: t('card.provider'), value: texts(c, [service.provider?.name ?? null]), isAlways: true },
    { label: t('card.limits'), value: limitWords(service, c, t), isAlways: true },
    { label: t('card.capacity'), value: service.capacity === null ? null : t('card.capacityCount', { count: service.capacity }) },
    { label: t('card.places'), value: places(service, c), isAlways: true },
    { label: t('card.coverage'), value: texts(c, [service.coverage]) },
    { label: t('card.schedule'), value: texts(c, [service.schedule]), isAlways: true },
    { label: t('card.validity'), value: validity(service, c, t) },
    { label: t('card.contact'), value: contact(service, c, t) },
    { label: t('card.source'), value: source(service, c, t) },
  ];
  return rows
    .filter(({ value, isAlways }) => value !== null || isAlways)
    .map(({ label, value }) => ({ label, value: value ?? <span class="ok-muted">{t('card.notGiven')}</span> }));
}

/** Paragraphs of the card's own texts, which are in Polish. */
function texts(c: PageContext, parts: readonly (string | null)[]): Child | null {
  const lines = parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return (
    <div class="ok-prose" lang={c.lang === 'pl' ? undefined : 'pl'}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
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

function documents({ qualification }: CatalogueService, c: PageContext): Child | null {
  if (qualification.documents.length === 0) return null;
  return (
    <div lang={c.lang === 'pl' ? undefined : 'pl'}>
      <List items={qualification.documents} />
    </div>
  );
}

function feeWords({ fee }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (fee.text !== null) return texts(c, [fee.text]);
  if (fee.kind === 'free') return t('card.free');
  if (fee.price !== null && fee.per !== null) {
    return t('card.price', { price: formatMoney(grosze(fee.price)), unit: t(`priceFor.${fee.per}`) });
  }
  return fee.kind === 'by-income' ? t('card.byIncome') : null;
}

function limitWords({ limits, limitsText }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (limits.length === 0) return texts(c, [limitsText]);
  return (
    <>
      <List items={limits.map((limit) => oneLimit(limit, c, t))} />
      {texts(c, [limitsText])}
    </>
  );
}

function oneLimit({ amount, unit, per, of, note }: ServiceLimit, c: PageContext, t: Words): Child {
  const count = (t as Translate<string>)(`unit.${unit}`, { count: amount });
  return (
    <>
      {`${count} ${t(`per.${per}`)} ${t(`of.${of}`)}`}
      {note === null ? null : <span lang={c.lang === 'pl' ? undefined : 'pl'}> ({note})</span>}
    </>
  );
}

function places({ places: all }: CatalogueService, c: PageContext): Child | null {
  return texts(
    c,
    all.map(({ name, street, postcode, town }) => {
      const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
      return address === '' || address === name ? name : `${name}, ${address}`;
    }),
  );
}

function validity({ validFrom, validTo }: CatalogueService, c: PageContext, t: Words): string | null {
  const day = (date: string) => formatDate(Temporal.PlainDate.from(date), c.lang);
  if (validFrom !== null && validTo !== null) return t('card.validFromTo', { from: day(validFrom), to: day(validTo) });
  if (validFrom !== null) return t('card.validFrom', { from: day(validFrom) });
  return validTo === null ? null : t('card.validTo', { to: day(validTo) });
}

/** In a demonstration nobody may think that a real centre answers here. */
function contact({ contact: { phone, email, url }, demo, source: page }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (c.world.isDemo && !demo) return page === null ? null : t('card.contactInSource');
  const ways = [
    ...(phone === null ? [] : [<Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link>]),
    ...(email === null ? [] : [<Link href={`mailto:${email}`}>{email}</Link>]),
    ...(url === null || linkOf(url) === undefined
      ? []
      : [
          <Link external href={url}>
            {new URL(url).hostname}
          </Link>,
        ]),
  ];
  return ways.length === 0 ? null : <List items={ways} />;
}

function source({ source: where, checkedOn }: CatalogueService, c: PageContext, t: Words): Child | null {
  if (where === null) return null;
  const link = linkOf(where);
  const checked = checkedOn === null ? '' : ` (${t('card.checked', { date: formatDate(Temporal.PlainDate.from(checkedOn), c.lang) })})`;
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
