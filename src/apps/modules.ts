import { accountsModule } from '#modules/accounts/module.ts';
import { assessmentModule } from '#modules/assessment/module.ts';
import { auditModule } from '#platform/audit/module.ts';
import { filesModule } from '#platform/files/module.ts';
import { boardModule } from '#modules/board/module.ts';
import { httpModule } from '#platform/http/module.ts';
import { mailModule } from '#platform/mail/module.ts';
import type { Module } from '#platform/module.ts';
import { casesModule } from '#modules/cases/module.ts';
import { catalogueModule } from '#modules/catalogue/module.ts';
import { centresModule } from '#modules/centres/module.ts';
import { importsModule } from '#modules/imports/module.ts';
import { lawModule } from '#modules/law/module.ts';
import { listsModule } from '#modules/lists/module.ts';
import { privacyModule } from '#modules/privacy/module.ts';
import { qualificationModule } from '#modules/qualification/module.ts';
import { openDataModule } from '#modules/openData/module.ts';
import { searchModule } from '#modules/search/module.ts';
import { ordersModule } from '#modules/orders/module.ts';
import { plansModule } from '#modules/plans/module.ts';
import { peopleModule } from '#modules/people/module.ts';
import { templatesModule } from '#modules/templates/module.ts';
import { requestsModule } from '#modules/requests/module.ts';

/** Every module of the product, in the order in which they may import one another. */
export const modules: readonly Module[] = [
  auditModule,
  mailModule,
  filesModule,
  httpModule,
  centresModule,
  accountsModule,
  lawModule,
  catalogueModule,
  importsModule,
  templatesModule,
  searchModule,
  listsModule,
  openDataModule,
  peopleModule,
  casesModule,
  requestsModule,
  assessmentModule,
  qualificationModule,
  plansModule,
  ordersModule,
  boardModule,
  privacyModule,
];
