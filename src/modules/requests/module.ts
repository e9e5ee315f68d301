import type { Module } from '#platform/module.ts';
import { mayOnlyReportNeeds, mayTakeRequests } from './policy.ts';
import { requestStaffTexts } from './texts/index.ts';
import { completeOwn, ownRequestSection, withdrawOwn } from './web/portal/mine/ownRequest.tsx';
import { actDoors } from './web/staff/act/doors.tsx';
import { deskNeedPage, keepNeedDraft, takeNeed } from './web/staff/need/doors.tsx';
import { contactDoors } from './web/staff/contact/doors.tsx';
import { personPage, savePerson } from './web/staff/person/doors.tsx';
import { requestSection } from './web/staff/requestSection.tsx';
import { keepRequestDraft, takePage, takeRequest } from './web/staff/take/doors.tsx';
import { ownWordsPage, ownWordsSentPage, sendOwnWords } from './web/portal/ownWords/door.tsx';
import { needPage, needSentPage, sendNeed } from './web/portal/need/door.tsx';
import { forgetDraft, goOn, laterPage, mailLater, resume, resumePage } from './web/portal/request/laterDoors.tsx';
import { questionDoors } from './web/portal/request/questionDoors.tsx';
import { checkPage, sendRequest } from './web/portal/request/sendDoors.tsx';
import { sentPage } from './web/portal/request/sentDoor.tsx';
import { start, startPage } from './web/portal/request/startDoors.tsx';
import { forgetExpiredDrafts } from './usecases/drafts.ts';
import { toldOfCases } from './usecases/requestsOfCase.ts';

export const requestsModule: Module = {
  name: 'requests',
  doors: [
    startPage,
    start,
    ...questionDoors,
    checkPage,
    sendRequest,
    sentPage,
    laterPage,
    mailLater,
    forgetDraft,
    resumePage,
    resume,
    goOn,
    needPage,
    sendNeed,
    needSentPage,
    ownWordsPage,
    sendOwnWords,
    ownWordsSentPage,
    completeOwn,
    withdrawOwn,
    takePage,
    takeRequest,
    keepRequestDraft,
    deskNeedPage,
    takeNeed,
    keepNeedDraft,
    ...actDoors,
    ...contactDoors,
    personPage,
    savePerson,
  ],
  navigation: [
    { area: 'staff', path: '/praca/zgloszenia/nowe', order: 20, may: mayTakeRequests, label: () => requestStaffTexts.in('pl')('nav') },
    {
      area: 'staff',
      path: '/praca/zgloszenia/potrzeba',
      order: 20,
      may: mayOnlyReportNeeds,
      label: () => requestStaffTexts.in('pl')('need.title'),
    },
  ],
  caseSections: [requestSection, ownRequestSection],
  toldOfCases,
  jobs: [
    {
      name: 'requests.drafts.forget',
      cron: '20 3 * * *',
      audit: { kind: 'nothing', because: 'removes unsent text that has expired' },
      run: forgetExpiredDrafts,
    },
  ],
  auditEvents: {
    'requests.request.filed': {
      pl: 'Złożono zgłoszenie przez internet',
      en: 'A request was filed online',
      uk: 'Подано звернення через інтернет',
    },
    'requests.confirmation.read': {
      pl: 'Obejrzano potwierdzenie zgłoszenia',
      en: 'The confirmation of the request was seen',
      uk: 'Переглянуто підтвердження звернення',
    },
    'requests.need.reported': {
      pl: 'Zgłoszono, że osoba potrzebuje pomocy',
      en: 'Somebody reported that the person needs help',
      uk: 'Повідомлено, що особі потрібна допомога',
    },
    'requests.request.recorded': {
      pl: 'Pracownik zapisał zgłoszenie',
      en: 'Staff wrote a request down',
      uk: 'Працівник записав звернення',
    },
    'requests.need.recorded': {
      pl: 'Pracownik zapisał, że osoba potrzebuje pomocy',
      en: 'Staff wrote down that the person needs help',
      uk: 'Працівник записав, що особі потрібна допомога',
    },
    'requests.need.informed': {
      pl: 'Udzielono informacji o usługach',
      en: 'Information about services was given',
      uk: 'Надано інформацію про послуги',
    },
    'requests.request.incomplete': {
      pl: 'Poproszono o uzupełnienie zgłoszenia',
      en: 'The request was to be completed',
      uk: 'Попрошено доповнити звернення',
    },
    'requests.request.completed': { pl: 'Uzupełniono zgłoszenie', en: 'The request was completed', uk: 'Звернення доповнено' },
    'requests.consent.withdrawn': {
      pl: 'Cofnięto zgodę na przekazanie zgłoszenia',
      en: 'The consent to passing the request on was taken back',
      uk: 'Відкликано згоду на передання звернення',
    },
    'requests.contact.recorded': {
      pl: 'Pracownik zapisał próbę kontaktu',
      en: 'Staff wrote down an attempt to get in touch',
      uk: 'Працівник записав спробу зв’язатися',
    },
    'requests.person.compared': {
      pl: 'Pracownik sprawdził, czy osoba jest już w centrum znana',
      en: 'Staff checked if the person was known already',
      uk: 'Працівник перевірив, чи особа вже відома центру',
    },
    'requests.desk.opened': {
      pl: 'Pracownik otworzył formularz zgłoszenia',
      en: 'Staff opened the form of the request',
      uk: 'Працівник відкрив форму звернення',
    },
  },
};
