export { createCentre, type CreateCentreRefusal, type NewCentre } from './usecases/createCentre.ts';
export { describeCentre, type CentreDescription, type DescribeCentreRefusal, type Described } from './usecases/describeCentre.ts';
export { loadRegisters, openDemoCentres } from './usecases/loadRegisters.ts';
export { findCentreFacts, type CentreFacts } from './usecases/centreFacts.ts';
export { findGmina, type Gmina } from './usecases/gminas.ts';
export { importTerc, type TercReport } from './usecases/importTerc.ts';
export { inScratchCentre } from './usecases/scratchCentre.ts';
export { listIdsOfVoivodeship as listCentresOfVoivodeship } from './store/centreStore.ts';
