import type { PageContext } from '#platform/http/index.ts';

/** The list of cases behind a figure. */
export function casesAddress(c: PageContext, filter: Readonly<Record<string, string>>): string {
  return `${c.at('/praca/sprawy')}?${new URLSearchParams(filter).toString()}`;
}
export const caseAddress = (c: PageContext, caseId: string): string => c.at(`/praca/sprawy/${caseId}`);
