export { installJobSchema, runDueJobs, startWorker, type Worker } from './worker.ts';
export { runJob, runJobEverywhere } from './runJob.ts';
