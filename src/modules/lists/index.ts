export { keptServiceIds } from './web/portal/cookie.ts';
