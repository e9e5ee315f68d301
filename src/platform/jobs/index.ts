export { installJobSchema, runDueJobs, startWorker, type Worker } from './worker.ts';
export { runJobEverywhere } from './runJob.ts';
