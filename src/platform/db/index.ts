export { databaseTypes, inCentre, openDatabase, openPool, registersOf, tablesOf, type CentreTx, type Database } from './database.ts';
export { readNewestMigration } from './readiness.ts';
export { rehearse } from './rehearse.ts';
export { conditionOfWords, listAlike } from './searchable.ts';
