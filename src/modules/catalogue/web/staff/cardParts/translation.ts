import {
  TRANSLATED_TEXTS,
  changedTranslation,
  longestTranslation,
  polishText,
  staleTexts,
  translationOf,
} from '../../../domain/translation.ts';
import type { OtherLanguage, TranslatedText } from '../../../domain/translation.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { CardPage, PartGroup } from './cardPage.ts';
import type { PartField } from './fields.ts';

const t = cardPartTexts.in('pl');
export const stillName = (text: TranslatedText) => `still-${text}`;
const oneLine: ReadonlySet<TranslatedText> = new Set(['name', 'summary', 'coverage']);

function section(service: CatalogueService, lang: OtherLanguage): PartGroup {
  // Only what there is to translate, and what is translated though the Polish has gone.
  const texts = TRANSLATED_TEXTS.filter((text) => polishText(service, text) !== null || translationOf(service, lang, text) !== undefined);
  const stale = new Set(staleTexts(service, lang));
  const fields = texts.flatMap((text): PartField[] => {
    const field: PartField = {
      name: text,
      kind: oneLine.has(text) ? 'line' : 'text',
      label: t(`translation.text.${text}`),
      max: longestTranslation(text),
      width: 'full',
    };
    return stale.has(text) ? [field, { name: stillName(text), kind: 'tick', label: t('translation.still') }] : [field];
  });
  return {
    kind: 'group',
    name: lang,
    title: t('translation.section'),
    fields,
    values: ({ translations }) => translations[lang] ?? {},
    check: (values) =>
      values['name'] === undefined && texts.some((text) => values[text] !== undefined) ? [{ field: 'name', code: 'name-required' }] : [],
    put: (values, known, { seen }) => {
      const said = Object.fromEntries(texts.flatMap((text) => (values[text] === undefined ? [] : [[text, values[text] as string]])));
      const stillTrue = texts.filter((text) => values[stillName(text)] === true);
      const { [lang]: before, ...others } = known.translations;
      const changed = changedTranslation(before, { texts: said, stillTrue }, seen);
      return { translations: { ...others, ...(changed && { [lang]: changed }) } };
    },
  };
}

const page = (lang: OtherLanguage, path: string): CardPage => ({
  key: lang,
  path,
  title: t(`translation.${lang}.title`),
  lead: t('translation.lead', { language: t(`translation.${lang}.name`) }),
  touched: ['translations'],
  sections: (service) => [section(service, lang)],
});
export const translationPages = [page('en', '/po-angielsku'), page('uk', '/po-ukrainsku')] as const;
