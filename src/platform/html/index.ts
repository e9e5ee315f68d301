export { inWords, PortalPage, ProviderPage, StaffPage, workplaceOf, type PageParts } from './pages.tsx';
export { RestoredDraft } from './restoredDraft.tsx';
export { localAddress } from './preferences.ts';
export { cardParts, linkedDataOf, listedParts, listParts } from './serviceParts.ts';
export { frameTexts } from './texts.ts';
