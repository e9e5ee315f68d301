import type { Module } from '#platform/module.ts';
import { sealAudit } from './seal.ts';

/** Keeps the audit log honest. */
export const auditModule: Module = { name: 'audit', jobs: [sealAudit] };
