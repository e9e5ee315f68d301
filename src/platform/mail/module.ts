import type { Module } from '#platform/module.ts';
import { showDemoMail } from './web/demoMail.tsx';
import { sendLetter } from './sendLetter.ts';

/** Letters by e-mail. */
export const mailModule: Module = { name: 'mail', doors: [showDemoMail], jobs: [sendLetter] };
