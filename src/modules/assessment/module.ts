import type { Module } from '#platform/module.ts';
import { mayReadAssessment } from './policy.ts';
import { assessmentTexts } from './texts/index.ts';
import { keepAssessmentDraft, recordAssessmentDoor, recordAssessmentPage } from './web/staff/record.tsx';
import { startAssessmentDoor, startAssessmentPage } from './web/staff/start.tsx';
import { assessmentPage, renderCaseSection } from './web/staff/view.tsx';

export const assessmentModule: Module = {
  name: 'assessment',
  doors: [assessmentPage, recordAssessmentPage, recordAssessmentDoor, keepAssessmentDraft, startAssessmentPage, startAssessmentDoor],
  caseSections: [
    {
      key: 'rozpoznanie',
      audience: 'staff',
      order: 20,
      may: mayReadAssessment,
      title: (lang) => assessmentTexts.in(lang)('title'),
      render: renderCaseSection,
    },
  ],
  auditEvents: {
    'assessment.meeting.opened': {
      pl: 'Pracownik otworzył formularz umawiania rozmowy',
      en: 'Staff opened the form for agreeing on a talk',
      uk: 'Працівник відкрив форму для призначення розмови',
    },
    'assessment.meeting.agreed': {
      pl: 'Umówiono rozmowę o potrzebach',
      en: 'A talk about needs was agreed on',
      uk: 'Домовлено про розмову щодо потреб',
    },
    'assessment.form.opened': {
      pl: 'Pracownik otworzył formularz rozpoznania potrzeb',
      en: 'Staff opened the form of the assessment of needs',
      uk: 'Працівник відкрив форму оцінки потреб',
    },
    'assessment.content.read': {
      pl: 'Pracownik przeczytał rozpoznanie potrzeb',
      en: 'Staff read the assessment of needs',
      uk: 'Працівник прочитав оцінку потреб',
    },
    'assessment.content.recorded': {
      pl: 'Zapisano rozpoznanie potrzeb',
      en: 'The assessment of needs was recorded',
      uk: 'Записано оцінку потреб',
    },
  },
};
