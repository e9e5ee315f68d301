import type { Module } from '#platform/module.ts';
import { COUNT, FOLLOW, HAND_DOWN } from './domain/tasks.ts';
import { mayLeadTemplates, mayUseTemplates } from './policy.ts';
import { templateTexts } from './texts/staff.ts';
import { listServicesWithTemplates } from './store/usedServices.ts';
import { countUse, followTemplates, handDown } from './usecases/handDown.ts';
import { countWaiting, inheritedFieldsOf } from './usecases/offered.ts';
import { chooseServicePage, createServiceDoor, offeredListPage, offeredPage } from './web/staff/offered/doors.tsx';
import { adoptDoor, detachDoor, leaveDoor, modeDoor, tiePage } from './web/staff/tie/doors.tsx';
import {
  editionsPage,
  keepNewTemplateDraft,
  keepTemplateDraft,
  newTemplate,
  newTemplatePage,
  offerAgainDoor,
  publishDoor,
  publishPage,
  removeDoor,
  saveTemplateDoor,
  templateListPage,
  templatePage,
  usagePage,
  withdrawDoor,
} from './web/staff/writing/doors.tsx';

const t = templateTexts.in('pl');
/** Where a part of the work begins, if not at the beginning. */
const afterOf = ({ after }: Readonly<Record<string, unknown>>) => (typeof after === 'string' ? after : undefined);

export const templatesModule: Module = {
  name: 'templates',
  doors: [
    templateListPage,
    newTemplatePage,
    newTemplate,
    keepNewTemplateDraft,
    templatePage,
    saveTemplateDoor,
    keepTemplateDraft,
    publishPage,
    publishDoor,
    removeDoor,
    withdrawDoor,
    offerAgainDoor,
    usagePage,
    editionsPage,
    offeredListPage,
    offeredPage,
    chooseServicePage,
    createServiceDoor,
    tiePage,
    adoptDoor,
    detachDoor,
    modeDoor,
    leaveDoor,
  ],
  navigation: [
    { area: 'staff', path: '/praca/wzory', order: 60, may: mayLeadTemplates, label: () => t('write.nav') },
    { area: 'staff', path: '/praca/uslugi/wzory', order: 64, may: mayUseTemplates, label: () => t('offered.nav'), count: countWaiting },
  ],
  servicePages: [{ order: 10, may: mayUseTemplates, path: (serviceId) => `/praca/uslugi/${serviceId}/wzor`, label: () => t('page.label') }],
  inheritedFields: inheritedFieldsOf,
  jobs: [
    {
      name: HAND_DOWN,
      audit: { kind: 'nothing', because: 'asks centres to look; publishing is in the log' },
      run: async (scope, payload) => void (await handDown(scope, afterOf(payload))),
    },
    {
      name: FOLLOW,
      // Makes up for a run that was lost.
      cron: '25 3 * * *',
      audit: { kind: 'nothing', because: 'each change stands among the versions of its service' },
      run: async (scope, payload) => void (await followTemplates(scope, afterOf(payload))),
    },
    {
      name: COUNT,
      audit: { kind: 'nothing', because: 'counts of services; no personal data' },
      run: countUse,
    },
  ],
  auditEvents: {
    'templates.template.added': { pl: 'Napisano wzór usługi', en: 'A template of a service was written', uk: 'Написано зразок послуги' },
    'templates.template.changed': { pl: 'Zmieniono wzór usługi', en: 'A template of a service was changed', uk: 'Змінено зразок послуги' },
    'templates.template.published': {
      pl: 'Opublikowano wzór usługi',
      en: 'A template of a service was published',
      uk: 'Опубліковано зразок послуги',
    },
    'templates.template.removed': {
      pl: 'Usunięto nieopublikowany wzór',
      en: 'An unpublished template was removed',
      uk: 'Видалено неопублікований зразок',
    },
    'templates.template.withdrawn': {
      pl: 'Wycofano wzór usługi',
      en: 'A template of a service was withdrawn',
      uk: 'Відкликано зразок послуги',
    },
    'templates.template.offered': {
      pl: 'Udostępniono ponownie wzór usługi',
      en: 'A template of a service was offered again',
      uk: 'Зразок послуги знову доступний',
    },
    'templates.service.added': {
      pl: 'Utworzono usługę ze wzoru',
      en: 'A service was added from a template',
      uk: 'Створено послугу за зразком',
    },
    'templates.service.adopted': {
      pl: 'Przyjęto tekst wzoru do karty usługi',
      en: 'The card of a service took the text of a template',
      uk: 'Картка послуги перейняла текст зразка',
    },
    'templates.field.detached': {
      pl: 'Odłączono pole karty od wzoru',
      en: 'A field of a card was detached from its template',
      uk: 'Поле картки від’єднано від зразка',
    },
    'templates.service.modeSet': {
      pl: 'Zmieniono, czy karta aktualizuje się ze wzorem',
      en: 'Whether a card follows its template was changed',
      uk: 'Змінено, чи картка оновлюється за зразком',
    },
    'templates.service.left': {
      pl: 'Karta usługi przestała korzystać ze wzoru',
      en: 'The card of a service left its template',
      uk: 'Картка послуги більше не використовує зразок',
    },
  },
  listUsed: async ({ tx }, kind, ids) => (kind === 'service' ? listServicesWithTemplates(tx, ids) : []),
};
