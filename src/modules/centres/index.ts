export { createCentre, type CreateCentreRefusal, type NewCentre } from './usecases/createCentre.ts';
export { loadRegisters, openDemoCentres } from './usecases/loadRegisters.ts';
export { findCentreFacts, type CentreFacts } from './usecases/centreFacts.ts';
