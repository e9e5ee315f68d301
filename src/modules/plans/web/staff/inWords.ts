import { isIsoDate } from '#shared/isoTime.ts';
import { formatDate, formatShortDate } from '#shared/polishDate.ts';
import { refusalInWords as caseRefusalInWords } from '#modules/cases/index.ts';
import { planStaffTexts, planTexts } from '../../texts/index.ts';
import { fieldInWords } from '../../texts/inWords.ts';
import { staff } from '../../texts/staff.ts';
import type { PlanSection } from '../../domain/planContent.ts';
import type { PlanIssue } from '../../domain/validatePlan.ts';

export const day = (date: string | Temporal.PlainDate): string => formatDate(Temporal.PlainDate.from(date));

/** A day as a field holds it: short, and easy to correct. What is no day comes back as it was typed. */
export const dayInField = (date: string | Temporal.PlainDate): string =>
  typeof date === 'string' && !isIsoDate(date) ? date : formatShortDate(Temporal.PlainDate.from(date));

/** Why something was not done, in words; days inside are read as days. */
export function refusalInWords(refusal: { readonly code: string }): string {
  const t = planStaffTexts.in('pl');
  if (refusal.code in staff.refusal) return t(`refusal.${refusal.code as keyof typeof staff.refusal}`);
  const readable = Object.entries(refusal).map(([key, value]: [string, unknown]) => [
    key,
    key !== 'code' && typeof value === 'string' && isIsoDate(value) ? day(value) : value,
  ]);
  return caseRefusalInWords(Object.fromEntries(readable) as { code: string });
}

export const editorParts = ['okres', 'potrzeby', 'cele', 'uslugi', 'wsparcie', 'monitorowanie'] as const;
export type EditorPart = (typeof editorParts)[number];
/** The lists that a page of the editor holds. */
export const listsOfPart: Readonly<Record<EditorPart, readonly PlanSection[]>> = {
  okres: [],
  potrzeby: ['strengths', 'needs'],
  cele: ['goals'],
  uslugi: ['services'],
  wsparcie: ['supportingActions', 'responsibilities'],
  monitorowanie: ['monitoring'],
};

/** The page of the editor on which an issue is mended. */
export function partOfPath(path: string): EditorPart {
  const [root = ''] = path.split('.');
  return editorParts.find((part) => (listsOfPart[part] as readonly string[]).includes(root)) ?? 'okres';
}

/** The field of that page that an issue leads to: for a whole list the button that adds to it. */
export function fieldOfIssue({ path, code }: PlanIssue): string {
  if (code.endsWith('-missing') || code === 'too-many') return `${path}.add`;
  if (code === 'goal-without-action') return `${path}.add`;
  if (code === 'need-without-goal') return `${path}.description`;
  if (code === 'repeated-id') return `${path}.text`;
  return path;
}

/** What is wrong, in words, with the place it is at: "Cel 1 – Uzupełnij: Kto". */
export function issueInWords({ code, path, limit }: PlanIssue, { short = false }: { short?: boolean } = {}): string {
  const t = planStaffTexts.in('pl');
  const steps = path.split('.');
  const [root = ''] = steps;
  const section = root in staff.item ? (root as PlanSection) : null;
  const value = typeof limit === 'string' && isIsoDate(limit) ? day(limit) : (limit ?? '');
  const what = t(`issue.${code}`, {
    field: fieldInWords(path, 'pl'),
    part: section ? planTexts.in('pl')(`part.${section}`) : '',
    limit: value,
  });
  if (short || !section || steps.length < 2) return what;
  const item = t(`item.${section}`, { number: Number(steps[1]) + 1 });
  const action = steps[2] === 'actions' && steps[3] !== undefined ? `, ${t('item.actions', { number: Number(steps[3]) + 1 })}` : '';
  return t('issueAt', { where: item + action, what });
}

/** Issues in the order of the editor's pages and of the items on them. */
export function inEditorOrder(issues: readonly PlanIssue[]): PlanIssue[] {
  const place = ({ path }: PlanIssue) => {
    const [root = '', index = '-1'] = path.split('.');
    const part = partOfPath(path);
    const list = (listsOfPart[part] as readonly string[]).indexOf(root);
    return (editorParts.indexOf(part) * 10 + list) * 1000 + Number(index);
  };
  return issues.toSorted((a, b) => place(a) - place(b));
}
