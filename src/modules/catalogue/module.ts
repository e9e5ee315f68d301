import type { Module } from '#platform/module.ts';
import { serviceCardPage } from './web/portal/serviceCard/door.tsx';

export const catalogueModule: Module = { name: 'catalogue', doors: [serviceCardPage] };
