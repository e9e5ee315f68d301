import type { CentreScope } from '#platform/http/index.ts';
import { hoursInWords, isOffered, listPrices, nameIn, toldFee, type CatalogueService } from '#modules/catalogue/index.ts';
import { listsTexts } from '../texts/index.ts';
import { shortCode } from '../domain/shortCode.ts';

/** What somebody needs to use a service, in few words: for a list and for a leaflet. */
export interface ToldService {
  readonly id: string;
  readonly name: string;
  /** One sentence, or null. */
  readonly summary: string | null;
  /** Whether name and summary are in the language that was asked for; everything else of a card is in Polish. */
  readonly isTranslated: boolean;
  readonly state: 'offered' | 'paused' | 'ended';
  readonly recipients: string | null;
  /** Lines: days and hours in the reader's language, then the card's own words. */
  readonly hours: string | null;
  /** Each place with its address in one line. */
  readonly places: readonly string[];
  readonly toBring: readonly string[];
  /** What it costs, by the card's own words and its price; null where it says nothing of that. */
  readonly fee: string | null;
  readonly phones: readonly ToldPhone[];
  readonly emails: readonly string[];
  /** The whole address of its page. */
  readonly address: string;
  /** The same, short enough to be typed from paper. */
  readonly shortAddress: string;
  /** The whole address at which it can be asked for. */
  readonly askAddress: string;
}

/** A number to call and who answers, in the card's own words; null where the card does not say. */
export interface ToldPhone {
  readonly number: string;
  readonly whose: string | null;
}

/** Tells of a service in the language of the scope. */
export function tellService({ world, centre, today, lang }: CentreScope, service: CatalogueService): ToldService {
  const own = lang === 'pl' ? undefined : service.translations[lang];
  const t = listsTexts.in(lang);
  const { contact, phones, contacts, fee } = service;
  // In a demonstration nobody may think that a real centre answers here.
  const isHidden = world.isDemo && !service.demo;
  const numbers = [
    { number: contact.phone },
    ...phones,
    ...contacts.flatMap(({ name, title, department, phones: theirs }) =>
      (theirs ?? []).map((phone) => ({ ...phone, description: [name, title, department, phone.description].filter(Boolean).join(', ') })),
    ),
  ].flatMap(({ number, ...phone }: Answering): ToldPhone[] => {
    const extension = phone.extension === undefined ? null : t('fact.extension', { number: phone.extension });
    return number === null ? [] : [{ number, whose: [extension, phone.description].filter(Boolean).join(', ') || null }];
  });
  const mails = [contact.email, ...contacts.map(({ email }) => email)];
  const here = `${world.publicUrl}/${centre.slug}`;
  return {
    id: service.id,
    name: nameIn(service, lang),
    summary: own ? own.summary : service.summary,
    isTranslated: lang === 'pl' || own !== undefined,
    state: isOffered(service, today) ? 'offered' : service.status === 'paused' ? 'paused' : 'ended',
    recipients: service.recipients,
    hours: hoursInWords(service, lang, today),
    places: service.places.map(({ name, street, postcode, town }) => {
      const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
      return address === '' || address === name ? name : `${name}, ${address}`;
    }),
    toBring: [...service.qualification.documents, ...service.requiredDocuments.flatMap(({ document }) => document ?? [])],
    fee: [toldFee(fee, lang), ...listPrices(service.costOptions, today, lang)].filter((line) => line !== null).join('\n') || null,
    phones: isHidden ? [] : eachOnce(numbers),
    emails: isHidden ? [] : known(mails),
    address: `${here}/uslugi/${service.id}`,
    shortAddress: `${here}/u/${shortCode(service.id)}`,
    askAddress: `${here}/zgloszenie?usluga=${service.id}`,
  };
}

interface Answering {
  readonly number: string | null;
  readonly description?: string | undefined;
  readonly extension?: string | number | undefined;
}
/** A number that the card repeats, with whatever it says of who answers. */
function eachOnce(phones: readonly ToldPhone[]): ToldPhone[] {
  const byNumber = Map.groupBy(phones, ({ number }) => number);
  return [...byNumber].map(([number, same]) => ({ number, whose: known(same.map(({ whose }) => whose)).join(', ') || null }));
}
/** A number with whose it is on one line, where nothing else marks them. */
export const phoneLine = ({ number, whose }: ToldPhone): string => (whose === null ? number : `${number} – ${whose}`);

const known = (texts: readonly (string | null | undefined)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))];
