export { createCentre, type CreateCentreRefusal, type NewCentre } from './usecases/createCentre.ts';
export { loadRegisters, openDemoCentres } from './usecases/loadRegisters.ts';
