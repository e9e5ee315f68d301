/** The number people quote: `CUS.2026.000123`. It runs per centre and calendar year of filing. */
export function caseNumber(year: number, running: number): string {
  return `CUS.${year}.${String(running).padStart(6, '0')}`;
}
