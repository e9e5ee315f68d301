import { Page } from '../web/page.tsx';
export const bad = Page;
