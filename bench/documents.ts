/** Prints how long documents take: a cold first one, then a thousand of six kinds, with memory before and after. */
import { performance } from 'node:perf_hooks';
import { renderPdf } from '#platform/documents/index.ts';
import type { DocumentData, DocumentTemplate } from '#platform/documents/index.ts';
import { serviceOrder } from '#modules/orders/documents/serviceOrder.ts';
import { closingSummary } from '#modules/plans/documents/closingSummary.ts';
import { individualPlan } from '#modules/plans/documents/individualPlan.ts';
import { qualificationCard } from '#modules/qualification/documents/qualificationCard.ts';
import { refusalDecision } from '#modules/qualification/documents/refusalDecision.ts';
import { confirmation } from '#modules/requests/documents/confirmation.ts';

const KINDS = 6;
const RENDERS = Math.ceil(Number(process.argv[2] ?? 1_000) / KINDS);

interface Figures {
  readonly document: string;
  readonly 'p50 ms': string;
  readonly 'p95 ms': string;
  readonly 'per second': number;
  readonly kB: number;
}

async function measure<Data extends DocumentData>(template: DocumentTemplate<Data>): Promise<Figures> {
  const times: number[] = [];
  let bytes = 0;
  for (let number = 0; number < RENDERS; number += 1) {
    // Every document differs, as in life; a repeated one would be answered from the compiler's memory.
    const letterhead = { ...template.sample.letterhead, caseNumber: `CUS.5120.${number}.2026` };
    const start = performance.now();
    bytes = (await renderPdf(template, { ...template.sample, letterhead })).byteLength;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return {
    document: template.name,
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'per second': Math.round((times.length / total) * 1000),
    kB: Math.round(bytes / 1024),
  };
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1024 ** 2);
const start = performance.now();
await renderPdf(confirmation, confirmation.sample);
console.log(`first document of the process: ${(performance.now() - start).toFixed(0)} ms, memory ${megabytes()} MB`);
console.table([
  await measure(confirmation),
  await measure(qualificationCard),
  await measure(refusalDecision),
  await measure(individualPlan),
  await measure(closingSummary),
  await measure(serviceOrder),
]);
console.log(`memory after ${KINDS * RENDERS} documents: ${megabytes()} MB`);
