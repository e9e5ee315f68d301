export { admit, inCentre, openDatabase, openPool, registersOf, tablesOf, type CentreTx, type Database } from './database.ts';
export { makeListen, type Listen, type Listener } from './listen.ts';
export { readNewestMigration } from './readiness.ts';
export { conditionOfWords, listAlike } from './searchable.ts';
