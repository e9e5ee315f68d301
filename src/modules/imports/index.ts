export { type Run } from './store/tables.ts';
