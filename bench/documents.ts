import { renderPdf } from '#platform/documents/index.ts';
import type { DocumentData, DocumentTemplate } from '#platform/documents/index.ts';
import { serviceOrder } from '#modules/orders/documents/serviceOrder.ts';
import { closingSummary } from '#modules/plans/documents/closingSummary.ts';
import { individualPlan } from '#modules/plans/documents/individualPlan.ts';
import { qualificationCard } from '#modules/qualification/documents/qualificationCard.ts';
import { refusalDecision } from '#modules/qualification/documents/refusalDecision.ts';
import { confirmation } from '#modules/requests/documents/confirmation.ts';

import type { Benchmark } from './support/measure.ts';

/** How long each kind of document takes. */
export function benchmarks(): Benchmark[] {
  return [
    rendering(confirmation),
    rendering(qualificationCard),
    rendering(refusalDecision),
    rendering(individualPlan),
    rendering(closingSummary),
    rendering(serviceOrder),
  ];
}

function rendering<Data extends DocumentData>(template: DocumentTemplate<Data>): Benchmark {
  return {
    name: template.name,
    // Every document differs, as in life; a repeated one would be answered from the compiler's memory.
    run: (round) =>
      renderPdf(template, { ...template.sample, letterhead: { ...template.sample.letterhead, caseNumber: `CUS.5120.${round}.2026` } }),
  };
}
