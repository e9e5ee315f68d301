import type { Module } from '#platform/module.ts';
import { centreHome } from './web/portal/centreHome/door.tsx';
import { servicesPage } from './web/portal/services/door.tsx';

export const searchModule: Module = { name: 'search', doors: [centreHome, servicesPage] };
