import { defineTexts } from '#platform/i18n/index.ts';
import { en, pl, uk } from './resident.ts';
import { staff } from './staff.ts';

/** What a resident sees of orders; complete in every language. */
export const texts = defineTexts('orders', { pl, en, uk });
/** Screens of staff and providers, and letters to providers; in Polish. */
export const staffTexts = defineTexts('ordersStaff', { pl: staff });
