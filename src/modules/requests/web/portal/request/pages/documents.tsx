import { sizeInWords } from '#platform/files/index.ts';
import { AttachmentFields } from '#platform/files/web/AttachmentFields.tsx';
import { requestTexts } from '../../../../texts/index.ts';
import type { JourneyPage } from '../JourneyPage.ts';

/** Certificates and the like. Nothing has to be attached, and what is missing may come later. */
export const documentsPage: JourneyPage<null> = {
  step: 'dokumenty',
  names: [],
  takesFiles: true,
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('documents.title'),
  read: () => ({ ok: true, value: null }),
  fields({ lang, errors, facts }) {
    const t = requestTexts.in(lang);
    return (
      <AttachmentFields
        lang={lang}
        label={t('documents.label')}
        hint={t('documents.hint')}
        attached={facts.attached}
        limits={facts.limits}
        errors={errors}
        add={{ name: '_do', value: 'attach' }}
      />
    );
  },
  answers: (_, lang, { attached }) => {
    const t = requestTexts.in(lang);
    const names = attached.map((each) => `${each.name} (${sizeInWords(each.size, lang)})`);
    return [{ label: t('documents.row'), value: names.join('\n') || t('documents.none') }];
  },
};
