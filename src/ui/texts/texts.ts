import { createContext, useContext } from 'hono/jsx';
import { en } from './en.ts';
import { pl, type UiTexts } from './pl.ts';
import { uk } from './uk.ts';

/** Languages of the screen, as BCP 47 tags. */
export type Lang = 'pl' | 'en' | 'uk';

const all: Readonly<Record<Lang, UiTexts>> = { pl, en, uk };

/** Languages in the order of the switch, each named in itself. */
export const languages: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'pl', name: 'Polski' },
  { lang: 'en', name: 'English' },
  { lang: 'uk', name: 'Українська' },
];

/** The texts of one language. */
export function textsIn(lang: Lang): UiTexts {
  return all[lang];
}

/** The language of the page being rendered; layouts set it, Polish when nobody did. */
export const LanguageContext = createContext<Lang>('pl');

/** Language of the page around the component. */
export function useLang(): Lang {
  return useContext(LanguageContext);
}

/** Texts in the language of the page around the component. */
export function useTexts(): UiTexts {
  return all[useContext(LanguageContext)];
}

/** "1 znak", "3 znaki", "500 znaków": number with the noun in the plural form of the language. */
export function counted(lang: Lang, count: number, forms: Readonly<Record<'one' | 'few' | 'many' | 'other', string>>): string {
  const category = new Intl.PluralRules(lang).select(count);
  const form = category === 'one' || category === 'few' || category === 'many' ? category : 'other';
  return `${new Intl.NumberFormat(lang).format(count)} ${forms[form]}`;
}
