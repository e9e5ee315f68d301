export { inWords, PortalPage, ProviderPage, StaffPage, workplaceOf, type PageParts } from './pages.tsx';
export { RestoredDraft } from './restoredDraft.tsx';
export { frameTexts } from './texts.ts';
