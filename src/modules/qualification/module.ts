import type { Module } from '#platform/module.ts';
import { listServicesWithRules } from './store/usedServices.ts';
import { getService } from '#modules/catalogue/index.ts';
import { mayReadCaseSummary, maySeeOwnResults, maySeeQueues, maySetRules, maySignRefusals } from './policy.ts';
import { auditEvents } from './texts/auditEvents.ts';
import { mayIUseTexts, qualificationTexts, resultTexts } from './texts/words.ts';
import { freePlaces } from './usecases/decideService.ts';
import { questionsOfService } from './usecases/mayIUse.ts';
import { tellServices } from './usecases/offers.ts';
import { mayIUseAnswer, mayIUsePage } from './web/portal/mayIUse/doors.tsx';
import { renderResults } from './web/portal/results.tsx';
import { correctPublishedPlaces } from './usecases/publishPlaces.ts';
import { renderStaffSection } from './web/staff/caseSection.tsx';
import { decisionsDoor } from './web/staff/decisions.tsx';
import { deliveryDoor, deliveryPageDoor } from './web/staff/delivery.tsx';
import {
  forwardDoor,
  keepQualifyDrafts,
  offerPlaceDoor,
  proposeRefusalDoor,
  qualifyDoor,
  qualifyPageDoor,
  settleDoor,
  waitlistDoor,
  withdrawDoor,
} from './web/staff/qualifyDoors.tsx';
import { offerNextDoor, queueDoor, queuesDoor } from './web/staff/queues.tsx';
import { keepRulesDraft, rulesDoor, rulesPageDoor, rulesTryDoor } from './web/staff/rules/doors.tsx';
import { sharedRule } from './web/staff/rules/sharedRule.ts';
import { keepDecisionDrafts, previewDoor, previewTypedDoor, sendBackDoor, signDoor, signPageDoor } from './web/staff/signDoors.tsx';

export const qualificationModule: Module = {
  name: 'qualification',
  doors: [
    qualifyPageDoor,
    settleDoor,
    qualifyDoor,
    waitlistDoor,
    offerPlaceDoor,
    proposeRefusalDoor,
    forwardDoor,
    withdrawDoor,
    ...keepQualifyDrafts,
    deliveryPageDoor,
    deliveryDoor,
    decisionsDoor,
    signPageDoor,
    signDoor,
    previewDoor,
    previewTypedDoor,
    sendBackDoor,
    ...keepDecisionDrafts,
    queuesDoor,
    queueDoor,
    offerNextDoor,
    rulesPageDoor,
    rulesDoor,
    rulesTryDoor,
    keepRulesDraft,
    mayIUsePage,
    mayIUseAnswer,
  ],
  sharedTexts: [sharedRule],
  serviceActions: [
    {
      order: 10,
      path: (serviceId) => `/uslugi/${serviceId}/czy-moge`,
      label: (lang) => mayIUseTexts.in(lang)('action'),
      isOffered: async (scope, serviceId) => (await questionsOfService(scope, await getService(scope, serviceId))).length > 0,
    },
  ],
  navigation: [
    {
      area: 'staff',
      path: '/praca/decyzje',
      order: 40,
      may: maySignRefusals,
      label: (lang) => qualificationTexts.in(lang)('decisions.nav'),
    },
    { area: 'staff', path: '/praca/kolejki', order: 45, may: maySeeQueues, label: (lang) => qualificationTexts.in(lang)('queues.nav') },
  ],
  caseSections: [
    {
      key: 'kwalifikowanie',
      audience: 'staff',
      order: 30,
      may: mayReadCaseSummary,
      title: (lang) => qualificationTexts.in(lang)('title'),
      render: renderStaffSection,
    },
    {
      key: 'rozstrzygniecia',
      audience: 'resident',
      order: 20,
      may: maySeeOwnResults,
      title: (lang) => resultTexts.in(lang)('title'),
      render: renderResults,
    },
  ],
  servicePages: [
    {
      order: 5,
      holds: 'places',
      may: maySeeQueues,
      path: (serviceId) => `/praca/kolejki/${serviceId}`,
      label: () => qualificationTexts.in('pl')('queues.page'),
    },
    {
      order: 6,
      may: maySetRules,
      path: (serviceId) => `/praca/kolejki/${serviceId}/zasady`,
      label: () => qualificationTexts.in('pl')('queues.rules'),
    },
  ],
  jobs: [
    {
      name: 'qualification.correctPublishedPlaces',
      cron: '35 * * * *',
      audit: { kind: 'nothing', because: 'counts of places; no personal data' },
      run: async (scope) => void (await correctPublishedPlaces(scope)),
    },
  ],
  auditEvents,
  caseFacts: tellServices,
  caseClosed: freePlaces,
  listUsed: async ({ tx }, kind, ids) => (kind === 'service' ? listServicesWithRules(tx, ids) : []),
};
