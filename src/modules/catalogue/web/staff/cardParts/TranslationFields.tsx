import type { FormFields } from '#platform/http/index.ts';
import { Checkbox, DefinitionGrid, FieldGroup, Notice, Paragraph, Stack, TextDiff } from '#ui/index.ts';
import { polishText, staleTexts, TRANSLATED_TEXTS, untranslatedTexts } from '../../../domain/translation.ts';
import type { OtherLanguage, TranslatedText } from '../../../domain/translation.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { CardSection } from './cardPage.ts';
import { at } from './partForm.ts';
import { OneField } from './SectionFields.tsx';
import { stillName } from './translation.ts';

const t = cardPartTexts.in('pl');
export interface TranslationProps {
  readonly lang: OtherLanguage;
  readonly service: CatalogueService;
  readonly section: CardSection;
  readonly typed: FormFields;
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
  /** The Polish of texts that have changed since, as the translator saw it. */
  readonly earlier: ReadonlyMap<TranslatedText, string>;
}
const named = (texts: readonly TranslatedText[]) =>
  texts.map((text) => t(`translation.text.${text}`).split(',')[0]?.toLowerCase()).join(', ');

/** What waits for the translator: texts that changed, and texts that nobody has translated. */
export function TranslationState({ lang, service }: Pick<TranslationProps, 'lang' | 'service'>) {
  if (service.translations[lang] === undefined) return null;
  const stale = staleTexts(service, lang);
  const missing = untranslatedTexts(service, lang);
  return (
    <>
      {stale.length === 0 ? null : (
        <Notice tone="warning" title={t('translation.staleCount', { count: stale.length })}>
          {t('translation.staleText', { texts: named(stale) })}
        </Notice>
      )}
      {missing.length === 0 ? null : <Paragraph muted>{t('translation.missing', { texts: named(missing) })}</Paragraph>}
    </>
  );
}

/** Each text beside its Polish; one that changed after it was translated says how. */
export function TranslationFields({ lang, service, section, typed, wrong, earlier }: TranslationProps) {
  const stale = new Set(staleTexts(service, lang));
  const texts = TRANSLATED_TEXTS.filter((text) => section.fields.some(({ name }) => name === text));
  return (
    <Stack gap="lg">
      {texts.map((text) => {
        const field = section.fields.find(({ name }) => name === text);
        const still = at(lang, 0, stillName(text));
        const now = polishText(service, text) ?? '';
        const before = earlier.get(text);
        return field === undefined ? null : (
          <FieldGroup legend={t(`translation.text.${text}`)} allOptional>
            <DefinitionGrid items={[{ term: t('translation.polish'), value: now === '' ? '–' : now, wide: true }]} />
            {stale.has(text) ? (
              <Notice tone="warning" title={t('translation.stale')} level={3}>
                {before === undefined ? null : (
                  <>
                    <Paragraph small>{t('translation.was')}</Paragraph>
                    <TextDiff before={before} after={now} />
                  </>
                )}
              </Notice>
            ) : null}
            <OneField
              field={{ ...field, label: t('translation.in', { language: t(`translation.${lang}.name`) }) }}
              name={at(lang, 0, text)}
              typed={typed}
              wrong={wrong}
            />
            {stale.has(text) ? <Checkbox name={still} label={t('translation.still')} checked={typed.get(still) !== ''} /> : null}
          </FieldGroup>
        );
      })}
    </Stack>
  );
}
