export { inWords, PortalPage, ProviderPage, StaffPage, type PageParts } from './pages.tsx';
export { frameTexts } from './texts.ts';
