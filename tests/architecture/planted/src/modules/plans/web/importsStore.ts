import { store } from '../store/planStore.ts';
export const bad = store;
