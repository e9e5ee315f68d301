import type { Module } from '#platform/module.ts';
import { listUsedInOrders } from './store/usedInOrders.ts';
import type { CaseEvent, ClosingConsequences } from '#modules/cases/index.ts';
import { mayReadOrders, mayReadOwnOrders, mayReadSettlements, mayReopenMonths, mayWorkOnOrders } from './policy.ts';
import { auditEvents } from './texts/auditEvents.ts';
import { staffTexts, texts } from './texts/texts.ts';
import { cancelOrdersOf } from './usecases/endOfCase.ts';
import { followCase } from './usecases/followCase.ts';
import { orderFactsOf } from './usecases/orderFile.ts';
import { watchAnswers } from './usecases/watchAnswers.ts';
import { renderMyOrders } from './web/portal/caseSection.tsx';
import { entryDoors } from './web/provider/entry/doors.tsx';
import { linkRenewed, openByLink, renewByToken, renewOwn } from './web/provider/link/doors.tsx';
import { thanks } from './web/provider/link/thanks.tsx';
import { closeMonthDoor, showMonth } from './web/provider/month/doors.tsx';
import { myOrders } from './web/provider/myOrders/door.tsx';
import { orderDoors } from './web/provider/order/doors.tsx';
import { places } from './web/provider/orderPlace.ts';
import { renderCaseOrders } from './web/staff/caseSection.tsx';
import { closedMonths, keepReopeningDraft, reopenMonthDoor } from './web/staff/months/doors.tsx';
import { addressOrder, cancelOrder, keepCancelDraft, orderPage, orderPdf, resendOrderLink } from './web/staff/order/doors.tsx';
import { orderList } from './web/staff/orderList/door.tsx';
import { exportSettlements, showProviderSettlement, showSettlements } from './web/staff/settlements/doors.tsx';
import { chooseService, keepOrderDraft, placeOrderDoor, placeOrderPage } from './web/staff/placeOrder/doors.tsx';

const t = staffTexts.in('pl');

export const ordersModule: Module = {
  name: 'orders',
  doors: [
    // Fixed addresses stand before those with a parameter in the same place.
    ...places.flatMap((place) => [...orderDoors(place), ...entryDoors(place)]),
    renewOwn,
    linkRenewed,
    thanks,
    openByLink,
    renewByToken,
    myOrders,
    showMonth,
    closeMonthDoor,
    orderList,
    closedMonths,
    reopenMonthDoor,
    keepReopeningDraft,
    orderPage,
    orderPdf,
    cancelOrder,
    keepCancelDraft,
    resendOrderLink,
    addressOrder,
    showSettlements,
    exportSettlements,
    showProviderSettlement,
    chooseService,
    placeOrderPage,
    placeOrderDoor,
    keepOrderDraft,
  ],
  navigation: [
    { area: 'staff', path: '/praca/zlecenia', order: 50, may: mayReadOrders, label: () => t('nav') },
    { area: 'staff', path: '/praca/zlecenia/miesiace', order: 51, may: mayReopenMonths, label: () => t('navMonths') },
    { area: 'staff', path: '/praca/rozliczenia', order: 52, may: mayReadSettlements, label: () => t('navSettlements') },
    { area: 'provider', path: '/wykonawca', order: 10, may: mayWorkOnOrders, label: () => t('navOwn') },
    { area: 'provider', path: '/wykonawca/miesiac', order: 20, may: mayWorkOnOrders, label: () => t('navMonth') },
  ],
  caseSections: [
    { key: 'zlecenia', audience: 'staff', order: 60, may: mayReadOrders, title: () => t('section.title'), render: renderCaseOrders },
    {
      key: 'wykonawcy',
      audience: 'resident',
      order: 60,
      may: mayReadOwnOrders,
      title: (lang) => texts.in(lang)('title'),
      render: renderMyOrders,
    },
  ],
  jobs: [
    {
      name: 'orders.watchAnswers',
      cron: '10 * * * *',
      audit: { kind: 'nothing', because: 'each change stands in the history of its order' },
      run: (scope) => watchAnswers(scope),
    },
  ],
  auditEvents,
  caseFacts: orderFactsOf,
  caseChanged: (scope, caseId, event) => followCase(scope, caseId, event as CaseEvent),
  caseClosed: (scope, caseId, consequences) => cancelOrdersOf(scope, caseId, consequences as ClosingConsequences),
  listUsed: ({ tx }, kind, ids) => listUsedInOrders(tx, kind, ids),
};
