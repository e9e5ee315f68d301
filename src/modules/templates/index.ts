export { addServiceFrom, adoptTemplate, findStanding } from './usecases/adopt.ts';
export { listOffered } from './usecases/offered.ts';
export { addTemplate, getTemplate, listOwnTemplates, publishTemplate, saveTemplate, type TemplateText } from './usecases/writeTemplates.ts';
