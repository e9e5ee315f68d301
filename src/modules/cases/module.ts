import type { Module } from '#platform/module.ts';
import { countCasesOfServices, listServicesOfCases } from './store/usedServices.ts';
import { mayListCases } from './policy.ts';
import { caseStaffTexts } from './texts/index.ts';
import { saveCoordinator } from './web/staff/coordinator/door.tsx';
import { inboxPage } from './web/staff/inbox/door.tsx';
import { startPage } from './web/staff/start/door.tsx';
import { attachmentDoors } from './web/staff/attachments/doors.tsx';
import { attachmentSection } from './web/staff/attachments/section.tsx';
import { addOwn, addOwnPage, ownAttachment, ownAttachmentSection } from './web/portal/attachments.tsx';
import { caseDocument, caseFilePage } from './web/staff/caseFile.tsx';
import { enterCase, enterCasePage, leaveCase } from './web/portal/enterCase.tsx';
import { myCasePage, myDocument } from './web/portal/myCase.tsx';

export const casesModule: Module = {
  name: 'cases',
  doors: [
    enterCasePage,
    enterCase,
    leaveCase,
    myCasePage,
    myDocument,
    caseFilePage,
    caseDocument,
    inboxPage,
    startPage,
    saveCoordinator,
    addOwnPage,
    addOwn,
    ownAttachment,
    ...attachmentDoors,
  ],
  caseSections: [attachmentSection, ownAttachmentSection],
  navigation: [{ area: 'staff', path: '/praca/sprawy', order: 10, may: mayListCases, label: () => caseStaffTexts.in('pl')('list.title') }],
  auditEvents: {
    'cases.own.opened': {
      pl: 'Otwarto sprawę kodem i datą urodzenia',
      en: 'The case was opened with the code and date of birth',
      uk: 'Справу відкрито за кодом і датою народження',
    },
    'cases.own.read': {
      pl: 'Obejrzano stronę sprawy (po podaniu kodu)',
      en: 'The page of the case was seen (with the code)',
      uk: 'Переглянуто сторінку справи (за кодом)',
    },
    'cases.own.documentRead': {
      pl: 'Pobrano dokument (po podaniu kodu)',
      en: 'A document was read (with the code)',
      uk: 'Переглянуто документ (за кодом)',
    },
    'cases.file.read': {
      pl: 'Pracownik otworzył sprawę, żeby ją prowadzić',
      en: 'Staff opened the case to work on it',
      uk: 'Працівник відкрив справу для роботи',
    },
    'cases.document.read': {
      pl: 'Pracownik otworzył dokument sprawy',
      en: 'Staff opened a document of the case',
      uk: 'Працівник відкрив документ справи',
    },
    'cases.own.attachmentAdded': {
      pl: 'Dołączono pliki do sprawy (po podaniu kodu)',
      en: 'Files were attached to the case (with the code)',
      uk: 'До справи долучено файли (за кодом)',
    },
    'cases.own.attachmentRead': {
      pl: 'Pobrano załącznik (po podaniu kodu)',
      en: 'An attachment was read (with the code)',
      uk: 'Переглянуто вкладення (за кодом)',
    },
    'cases.attachment.read': {
      pl: 'Pracownik otworzył załącznik sprawy',
      en: 'Staff opened an attachment of the case',
      uk: 'Працівник відкрив вкладення справи',
    },
    'cases.attachment.added': {
      pl: 'Pracownik dodał załączniki do sprawy',
      en: 'Staff added attachments to the case',
      uk: 'Працівник додав вкладення до справи',
    },
    'cases.attachment.withdrawn': {
      pl: 'Pracownik wycofał załącznik sprawy',
      en: 'Staff took an attachment of the case out of use',
      uk: 'Працівник відкликав вкладення справи',
    },
    'cases.attachment.reviewed': {
      pl: 'Pracownik przejrzał nowe załączniki',
      en: 'Staff looked through new attachments',
      uk: 'Працівник переглянув нові вкладення',
    },
    'cases.list.read': {
      pl: 'Pracownik przejrzał listę spraw',
      en: 'Staff looked through the list of cases',
      uk: 'Працівник переглянув список справ',
    },
    'cases.coordinator.assigned': { pl: 'Wyznaczono koordynatora', en: 'A coordinator was assigned', uk: 'Призначено координатора' },
  },
  listUsed: async ({ tx }, kind, ids) => (kind === 'service' ? listServicesOfCases(tx, ids) : []),
  async tellUses({ tx }, ids) {
    const t = caseStaffTexts.in('pl');
    const counts = await countCasesOfServices(tx, ids);
    return new Map(
      counts.map(({ serviceId, all, open }) => [serviceId, `${t('uses.all', { count: all })}, ${t('uses.open', { count: open })}`]),
    );
  },
};
