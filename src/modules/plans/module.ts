import type { Module } from '#platform/module.ts';
import { mayReadPlans } from './policy.ts';
import { planStaffTexts } from './texts/index.ts';
import { planFactsOfCase } from './usecases/planFile.ts';
import { answerMyPlan, myPlanPage, myPlanSection } from './web/portal/myPlan.tsx';
import { agreementDoors } from './web/staff/agreement.tsx';
import { approvalDoors } from './web/staff/approval.tsx';
import { approversPage, authoriseApproverDoor, endApproverDoor } from './web/staff/approvers.tsx';
import { coordinationDoors } from './web/staff/coordination.tsx';
import { differencePage } from './web/staff/difference.tsx';
import { endingDoors } from './web/staff/ending.tsx';
import { monitoringDoors } from './web/staff/monitoring.tsx';
import { resumptionDoors, suspensionDoors } from './web/staff/pause.tsx';
import { editPart, editPartPage, keepPartDraft } from './web/staff/planEditor/editPart.tsx';
import { planListPage } from './web/staff/planList.tsx';
import { planPage, planPdf, startPlanDoor } from './web/staff/planOverview.tsx';
import { dropDoors, revisionDoors } from './web/staff/revision.tsx';
import { followSection, planSection } from './web/staff/sections.tsx';
import { summaryDoors } from './web/staff/summary.tsx';

export const plansModule: Module = {
  name: 'plans',
  doors: [
    ...coordinationDoors,
    planPage,
    startPlanDoor,
    planPdf,
    editPartPage,
    editPart,
    keepPartDraft,
    ...agreementDoors,
    ...approvalDoors,
    ...revisionDoors,
    ...dropDoors,
    differencePage,
    ...monitoringDoors,
    ...suspensionDoors,
    ...resumptionDoors,
    ...summaryDoors,
    ...endingDoors,
    planListPage,
    approversPage,
    authoriseApproverDoor,
    endApproverDoor,
    myPlanPage,
    answerMyPlan,
  ],
  navigation: [
    { area: 'staff', path: '/praca/plany', order: 40, may: mayReadPlans, label: (lang) => planStaffTexts.in(lang)('list.title') },
  ],
  caseSections: [planSection, followSection, myPlanSection],
  caseFacts: planFactsOfCase,
  auditEvents: {
    'plans.coordination.read': {
      pl: 'Obejrzano decyzję o koordynacji usług',
      en: 'The decision about coordination was read',
      uk: 'Переглянуто рішення про координацію послуг',
    },
    'plans.coordination.decided': {
      pl: 'Zdecydowano o koordynacji usług',
      en: 'Coordination of services was decided',
      uk: 'Вирішено про координацію послуг',
    },
    'plans.plan.read': { pl: 'Pracownik przeczytał plan', en: 'Staff read the plan', uk: 'Працівник прочитав план' },
    'plans.plan.started': { pl: 'Zaczęto plan', en: 'The plan was started', uk: 'Розпочато план' },
    'plans.plan.saved': { pl: 'Zapisano część planu', en: 'A part of the plan was saved', uk: 'Збережено частину плану' },
    'plans.plan.answered': {
      pl: 'Zapisano odpowiedź mieszkańca o planie',
      en: 'What the resident said about the plan was recorded',
      uk: 'Записано відповідь мешканця про план',
    },
    'plans.plan.approved': {
      pl: 'Zdecydowano o zatwierdzeniu planu',
      en: 'The approval of the plan was decided',
      uk: 'Ухвалено рішення про затвердження плану',
    },
    'plans.plan.revised': {
      pl: 'Zaczęto nową wersję planu',
      en: 'A new version of the plan was started',
      uk: 'Розпочато нову версію плану',
    },
    'plans.plan.revisionDropped': {
      pl: 'Odstąpiono od zmiany planu',
      en: 'A change of the plan was given up',
      uk: 'Відмовлено від зміни плану',
    },
    'plans.list.read': {
      pl: 'Pracownik przejrzał listę planów',
      en: 'Staff looked through the list of plans',
      uk: 'Працівник переглянув список планів',
    },
    'plans.approvers.read': {
      pl: 'Obejrzano upoważnienia do zatwierdzania planów',
      en: 'Authorisations to approve plans were read',
      uk: 'Переглянуто повноваження затверджувати плани',
    },
    'plans.approver.authorised': {
      pl: 'Upoważniono do zatwierdzania planów',
      en: 'Somebody was authorised to approve plans',
      uk: 'Надано повноваження затверджувати плани',
    },
    'plans.approver.ended': {
      pl: 'Zakończono upoważnienie do zatwierdzania planów',
      en: 'An authorisation to approve plans was ended',
      uk: 'Припинено повноваження затверджувати плани',
    },
    'plans.monitoring.read': {
      pl: 'Otwarto formularz monitorowania',
      en: 'The monitoring form was opened',
      uk: 'Відкрито форму моніторингу',
    },
    'plans.monitoring.recorded': {
      pl: 'Zapisano notatkę z monitorowania',
      en: 'A monitoring note was recorded',
      uk: 'Записано нотатку з моніторингу',
    },
    'plans.suspension.read': {
      pl: 'Otwarto formularz przerwy w usługach',
      en: 'The form of a break in services was opened',
      uk: 'Відкрито форму перерви в послугах',
    },
    'plans.suspension.recorded': { pl: 'Wstrzymano usługi', en: 'Services were suspended', uk: 'Послуги призупинено' },
    'plans.suspension.ended': { pl: 'Wznowiono usługi', en: 'Services were resumed', uk: 'Послуги відновлено' },
    'plans.summary.recorded': {
      pl: 'Zapisano rozmowę podsumowującą',
      en: 'The summary talk was recorded',
      uk: 'Записано підсумкову розмову',
    },
    'plans.ending.read': {
      pl: 'Sprawdzono, co pociąga zakończenie sprawy',
      en: 'The consequences of ending the case were read',
      uk: 'Переглянуто наслідки закриття справи',
    },
    'plans.ending.recorded': { pl: 'Zakończono sprawę', en: 'The case was ended', uk: 'Справу закрито' },
    'plans.own.read': {
      pl: 'Przeczytano plan (po podaniu kodu)',
      en: 'The plan was read (with the code)',
      uk: 'План прочитано (за кодом)',
    },
    'plans.own.answered': {
      pl: 'Odpowiedziano o planie (po podaniu kodu)',
      en: 'The plan was answered (with the code)',
      uk: 'Надано відповідь про план (за кодом)',
    },
  },
};
