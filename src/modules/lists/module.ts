import type { Module } from '#platform/module.ts';
import { addToList, changeList, clearList, clearListPage, myListPage, takeOverList } from './web/portal/myList/doors.tsx';
import { serviceCalendarFeed } from './web/portal/calendar/door.ts';
import { myListLeaflet, serviceLeaflet, sharedListLeaflet } from './web/portal/leaflet/doors.ts';
import { qrPng, qrSvg, sharePage } from './web/portal/share/doors.tsx';
import { sharedListPage } from './web/portal/sharedList/door.tsx';
import { shortAddress } from './web/portal/shortAddress/door.ts';
import { serviceParts } from './web/portal/parts.tsx';

export const listsModule: Module = {
  name: 'lists',
  doors: [
    myListPage,
    addToList,
    changeList,
    clearListPage,
    clearList,
    takeOverList,
    sharedListPage,
    sharePage,
    shortAddress,
    qrSvg,
    qrPng,
    serviceLeaflet,
    myListLeaflet,
    sharedListLeaflet,
    serviceCalendarFeed,
  ],
  serviceParts,
};
