import { derivedId } from '#shared/uuid.ts';
import type { ServiceCard, Translation } from './service.ts';

/** Languages besides Polish in which a card can be told. */
export const TRANSLATED_TO = ['en', 'uk'] as const;
export type OtherLanguage = (typeof TRANSLATED_TO)[number];

/** Texts of a card that can be translated, in the order of the card, each with its Polish form and its greatest length. */
const polish = {
  name: [300, (card: ServiceCard) => card.name],
  summary: [1000, (card: ServiceCard) => card.summary],
  scope: [10_000, (card: ServiceCard) => card.scope],
  alert: [2000, (card: ServiceCard) => card.alert],
  recipients: [4000, (card: ServiceCard) => card.recipients],
  qualification: [4000, (card: ServiceCard) => card.qualification.text],
  documents: [8000, (card: ServiceCard) => listOfDocuments(card).join('\n') || null],
  fee: [2000, (card: ServiceCard) => card.fee.text],
  limits: [2000, (card: ServiceCard) => card.limitsText],
  coverage: [1000, (card: ServiceCard) => card.coverage],
  schedule: [2000, (card: ServiceCard) => card.schedule],
  waitTime: [2000, (card: ServiceCard) => card.waitTime],
  interpretation: [2000, (card: ServiceCard) => card.interpretation],
} as const satisfies Record<string, readonly [number, (card: ServiceCard) => string | null]>;
export type TranslatedText = keyof typeof polish;
export const TRANSLATED_TEXTS = Object.keys(polish) as readonly TranslatedText[];

export const longestTranslation = (text: TranslatedText): number => polish[text][0];
export const polishText = (card: ServiceCard, text: TranslatedText): string | null => polish[text][1](card);
export const listOfDocuments = ({ qualification, requiredDocuments }: ServiceCard): readonly string[] => [
  ...qualification.documents,
  ...requiredDocuments.flatMap(({ document }) => document ?? []),
];

/** A text of the card in a language, or undefined where nobody has translated it. */
export function translationOf(card: ServiceCard, lang: 'pl' | OtherLanguage, text: TranslatedText): string | undefined {
  return lang === 'pl' ? undefined : (card.translations[lang]?.[text] ?? undefined);
}

const digestOf = (text: string | null) => derivedId('polish text', text ?? '');

/** The texts whose Polish has changed since they were translated. Of a translation that a file brought nothing is known. */
export function staleTexts(card: ServiceCard, lang: OtherLanguage): readonly TranslatedText[] {
  const translation = card.translations[lang];
  return TRANSLATED_TEXTS.filter((text) => {
    const from = translation?.[text] == null ? undefined : translation.madeFrom?.[text];
    return from !== undefined && from.digest !== digestOf(polishText(card, text));
  });
}

/** Texts that exist in Polish and not in the language. */
export const untranslatedTexts = (card: ServiceCard, lang: OtherLanguage): readonly TranslatedText[] =>
  TRANSLATED_TEXTS.filter((text) => polishText(card, text) !== null && translationOf(card, lang, text) === undefined);

/** What somebody translated while looking at a version of the card. */
export interface TranslationChange {
  /** Texts as they are now; empty ones are given up. Without a name there is no translation. */
  readonly texts: Readonly<Partial<Record<TranslatedText, string>>>;
  /** Texts that were looked at and still say what the Polish says. */
  readonly stillTrue: readonly TranslatedText[];
}

/**
 * The translation after a change. A text that is new or confirmed is made from the Polish of `seen`, the card that the
 * translator saw, so that what was changed meanwhile shows at once; the others keep what they were made from.
 */
export function changedTranslation(
  before: Translation | undefined,
  { texts, stillTrue }: TranslationChange,
  seen: { readonly card: ServiceCard; readonly version: number },
): Translation | undefined {
  const { name, summary, ...rest } = texts;
  if (name === undefined) return undefined;
  const madeFrom = Object.fromEntries(
    TRANSLATED_TEXTS.flatMap((text) => {
      if (texts[text] === undefined) return [];
      const isNew = texts[text] !== before?.[text] || stillTrue.includes(text);
      const from = isNew ? { version: seen.version, digest: digestOf(polishText(seen.card, text)) } : before?.madeFrom?.[text];
      return from === undefined ? [] : [[text, from]];
    }),
  );
  return { name, summary: summary ?? null, ...rest, ...(Object.keys(madeFrom).length > 0 && { madeFrom }) } as Translation;
}
