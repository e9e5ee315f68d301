import type { Module } from '#platform/module.ts';
import { needPage, needSentPage, sendNeed } from './web/portal/need/door.tsx';
import { forgetDraft, goOn, laterPage, mailLater, resume, resumePage } from './web/portal/request/laterDoors.tsx';
import { questionDoors } from './web/portal/request/questionDoors.tsx';
import { checkPage, sendRequest } from './web/portal/request/sendDoors.tsx';
import { sentPage } from './web/portal/request/sentDoor.tsx';
import { start, startPage } from './web/portal/request/startDoors.tsx';
import { forgetExpiredDrafts } from './usecases/drafts.ts';

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
  ],
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
  },
};
