import type { Module } from '#platform/module.ts';
import { centreHome } from './web/portal/centreHome/door.tsx';

export const searchModule: Module = { name: 'search', doors: [centreHome] };
