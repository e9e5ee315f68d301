import { Checkbox, Details, Paragraph } from '#ui/index.ts';
import { getWording, paragraphsOf } from '../../../../domain/wordings.ts';
import { requestTexts } from '../../../../texts/index.ts';
import { DangerNotice, SituationFields } from '../../../form/RequestFields.tsx';
import { consentsShape, readChecked, situationShape, type Consents, type Situation } from '../../../form/shapes.ts';
import type { JourneyPage } from '../JourneyPage.ts';

export const situationPage: JourneyPage<Situation> = {
  step: 'sytuacja',
  names: ['situation', 'urgent'],
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('situation.title'),
  read: (typed) => readChecked(situationShape, typed),
  fields: ({ lang, typed, errors }) => (
    <>
      <DangerNotice lang={lang} />
      <SituationFields lang={lang} typed={typed} errors={errors} />
    </>
  ),
  answers: ({ situation, urgent }, lang) => {
    const t = requestTexts.in(lang);
    return [
      { label: t('situation.label'), value: situation },
      { label: t('situation.urgentLabel'), value: t(`situation.${urgent}`) },
    ];
  },
};

/** The clause is shown, never asked to be agreed to; only the consent is a choice, and saying no changes nothing. */
export const consentsPage: JourneyPage<Consents> = {
  step: 'zgody',
  names: ['forwarding', 'seenConsents'],
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('consents.title'),
  read(typed) {
    const read = readChecked(consentsShape, typed);
    // An unticked box leaves no trace, so the page says by itself that it was seen.
    return typed.get('seenConsents') === '' ? { ok: false, errors: [], typed } : read;
  },
  fields({ c, lang, typed, facts }) {
    const t = requestTexts.in(lang);
    const centreName = c.centre?.displayName ?? '';
    const words = (purpose: 'information' | 'forwarding') => paragraphsOf(getWording(purpose, facts.today), lang, centreName);
    return (
      <>
        <input type="hidden" name="seenConsents" value="yes" />
        <Paragraph>{t('consents.clauseShort', { centre: centreName })}</Paragraph>
        <Details summary={t('consents.clause')}>
          {words('information').map((paragraph) => (
            <Paragraph>{paragraph}</Paragraph>
          ))}
        </Details>
        <Checkbox
          name="forwarding"
          label={words('forwarding').join(' ')}
          hint={t('consents.forwardingHint')}
          checked={typed.get('forwarding') !== ''}
        />
      </>
    );
  },
  answers: ({ forwarding }, lang) => {
    const t = requestTexts.in(lang);
    return [{ label: t('consents.forwarding'), value: t(forwarding ? 'consents.yes' : 'consents.no') }];
  },
};
