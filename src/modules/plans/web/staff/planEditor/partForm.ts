import { parsePolishDate } from '#shared/polishDate.ts';
import { isUuid, newId } from '#shared/uuid.ts';
import type { FieldError, FormFields } from '#platform/http/index.ts';
import { planPeriods, planUnits, type PlanContent, type PlannedService, type PlanSection } from '../../../domain/planContent.ts';
import { planLimits } from '../../../domain/validatePlan.ts';
import { listsOfPart, type EditorPart } from '../inWords.ts';

// A page of the editor holds whole lists. Fields are named by their place: `goals.0.actions.1.who`. A draft may be
// full of blanks, so reading fails only where something typed would be lost.

/** Names as chosen from registers, so that a plan says what the register says. */
export interface Chosen {
  readonly services: ReadonlyMap<string, string>;
  readonly providers: ReadonlyMap<string, string>;
}
export interface ReadPart {
  readonly part: Partial<PlanContent>;
  readonly errors: readonly FieldError[];
}

/** Reads the lists of a page as they were typed. */
export function readPart(page: EditorPart, fields: FormFields, chosen: Chosen): ReadPart {
  const errors: FieldError[] = [];
  const part: Record<string, unknown> = {};
  for (const section of listsOfPart[page]) part[section] = readers[section](new Rows(fields, section, errors), chosen);
  return { part: part as Partial<PlanContent>, errors };
}

/** Items of one list, one after another while their hidden id is there. */
class Rows {
  readonly fields: FormFields;
  readonly path: string;
  readonly errors: FieldError[];
  constructor(fields: FormFields, path: string, errors: FieldError[]) {
    this.fields = fields;
    this.path = path;
    this.errors = errors;
  }
  map<T>(read: (row: Row) => T): T[] {
    const items: T[] = [];
    for (let index = 0; index < planLimits.items && this.fields.has(`${this.path}.${index}.id`); index++) {
      items.push(read(new Row(this.fields, `${this.path}.${index}`, this.errors)));
    }
    return items;
  }
}

class Row {
  readonly fields: FormFields;
  readonly path: string;
  readonly errors: FieldError[];
  constructor(fields: FormFields, path: string, errors: FieldError[]) {
    this.fields = fields;
    this.path = path;
    this.errors = errors;
  }
  get id(): string {
    const typed = this.fields.get(`${this.path}.id`);
    return isUuid(typed) ? typed : newId();
  }
  text(name: string): string {
    return this.fields.get(`${this.path}.${name}`).trim();
  }
  /** A day in the one form the plan keeps; what cannot be read stays as typed and is told as an issue. */
  day(name: string): string {
    const typed = this.text(name);
    const read = parsePolishDate(typed);
    return read.ok ? read.value.toString() : typed;
  }
  number(name: string): number | null {
    const typed = this.text(name).replace(/\s/gu, '').replace(',', '.');
    if (typed === '') return null;
    if (/^\d{1,9}(\.\d{1,2})?$/u.test(typed)) return Number(typed);
    this.errors.push({ field: `${this.path}.${name}`, code: 'not-a-number' });
    return null;
  }
  one<const T extends string>(name: string, all: readonly T[], otherwise: T): T {
    return all.find((each) => each === this.text(name)) ?? otherwise;
  }
  ids(name: string): string[] {
    return this.fields.all(`${this.path}.${name}`).filter(isUuid);
  }
  rows(name: string): Rows {
    return new Rows(this.fields, `${this.path}.${name}`, this.errors);
  }
}

type Reader = (rows: Rows, chosen: Chosen) => unknown[];
const activity = (row: Row) => ({ id: row.id, what: row.text('what'), who: row.text('who'), when: row.text('when') });

const readers: Readonly<Record<PlanSection, Reader>> = {
  strengths: (rows) => rows.map((row) => ({ id: row.id, text: row.text('text') })),
  needs: (rows) => rows.map((row) => ({ id: row.id, area: row.text('area'), description: row.text('description') })),
  goals: (rows) =>
    rows.map((row) => ({
      id: row.id,
      needIds: row.ids('needIds'),
      text: row.text('text'),
      measure: row.text('measure'),
      actions: row.rows('actions').map(activity),
    })),
  services: (rows, chosen) => rows.map((row) => readService(row, chosen)),
  supportingActions: (rows) => rows.map(activity),
  responsibilities: (rows) => rows.map((row) => ({ id: row.id, who: row.text('who'), what: row.text('what') })),
  monitoring: (rows) => rows.map((row) => ({ id: row.id, how: row.text('how'), when: row.text('when'), who: row.text('who') })),
};

function readService(row: Row, { services, providers }: Chosen): PlannedService {
  const serviceId = row.text('serviceId');
  const providerId = row.text('providerId');
  const provider = providers.get(providerId);
  return {
    id: row.id,
    serviceId: services.has(serviceId) ? serviceId : null,
    name: services.get(serviceId) ?? '',
    scope: row.text('scope'),
    unit: row.one('unit', planUnits, 'hour'),
    quantity: row.number('quantity'),
    per: row.one('per', planPeriods, 'month'),
    from: row.day('from'),
    to: row.day('to'),
    place: row.text('place'),
    providerId: provider === undefined ? null : providerId,
    provider: provider ?? row.text('provider'),
    fee: row.text('fee'),
  };
}

/** A blank item of a list; services start with the days of the plan. */
export function blankItem(path: string, content: PlanContent): { readonly id: string } {
  const id = newId();
  if (path.endsWith('.actions') || path === 'supportingActions') return { id, what: '', who: '', when: '' } as { id: string };
  switch (path as PlanSection) {
    case 'strengths':
      return { id, text: '' } as { id: string };
    case 'needs':
      return { id, area: '', description: '' } as { id: string };
    case 'goals':
      return { id, needIds: [], text: '', measure: '', actions: [{ id: newId(), what: '', who: '', when: '' }] } as { id: string };
    case 'responsibilities':
      return { id, who: '', what: '' } as { id: string };
    case 'monitoring':
      return { id, how: '', when: '', who: '' } as { id: string };
    default: {
      const { startsOn: from, endsOn: to } = content;
      const words = { name: '', scope: '', place: '', provider: '', fee: '' };
      return { id, ...words, serviceId: null, unit: 'hour', quantity: null, per: 'month', from, to, providerId: null } as { id: string };
    }
  }
}

const structural = new Set(['id', 'unit', 'per', 'from', 'to']);
function isBlank(item: object): boolean {
  return Object.entries(item).every(([field, value]: [string, unknown]) => {
    if (structural.has(field)) return true;
    if (Array.isArray(value)) return value.every((each: unknown) => typeof each === 'object' && each !== null && isBlank(each));
    return value === null || value === '';
  });
}

/** Without items in which nothing was written. */
export function withoutBlanks(part: Partial<PlanContent>): Partial<PlanContent> {
  const entries = Object.entries(part).map(([section, items]) => {
    if (!Array.isArray(items)) return [section, items];
    const kept = (items as object[]).filter((item) => !isBlank(item));
    return [section, section === 'goals' ? kept.map((goal) => withoutBlankActions(goal as PlanContent['goals'][number])) : kept];
  });
  return Object.fromEntries(entries) as Partial<PlanContent>;
}
const withoutBlankActions = (goal: PlanContent['goals'][number]) => ({
  ...goal,
  actions: goal.actions.filter((action) => !isBlank(action)),
});

export type EditResult = { readonly part: Partial<PlanContent>; readonly at: string } | 'too-many' | 'unknown';

/** Adds a blank item to the list at `path` (`needs`, `goals.0.actions`) of a part that was read. */
export function addItem(part: Partial<PlanContent>, path: string, content: PlanContent): EditResult {
  const list = listAt(part, path);
  if (!list) return 'unknown';
  if (list.length >= planLimits.items) return 'too-many';
  const at = `${path}.${list.length}`;
  return { part: changed(part, path, [...list, blankItem(path, content)]), at };
}

/** Takes the item at `path` (`needs.2`, `goals.0.actions.1`) out of a part that was read. */
export function removeItem(part: Partial<PlanContent>, path: string): EditResult {
  const cut = path.lastIndexOf('.');
  const listPath = path.slice(0, cut);
  const index = Number(path.slice(cut + 1));
  const list = listAt(part, listPath);
  if (!list || !Number.isInteger(index) || index < 0 || index >= list.length) return 'unknown';
  return { part: changed(part, listPath, list.toSpliced(index, 1)), at: `${listPath}.add` };
}

function listAt(part: Partial<PlanContent>, path: string): readonly object[] | undefined {
  const inGoal = /^goals\.(\d+)\.actions$/u.exec(path);
  if (inGoal) return part.goals?.[Number(inGoal[1])]?.actions;
  const list = part[path as PlanSection] as unknown;
  return Array.isArray(list) ? (list as object[]) : undefined;
}

function changed(part: Partial<PlanContent>, path: string, list: readonly object[]): Partial<PlanContent> {
  const inGoal = /^goals\.(\d+)\.actions$/u.exec(path);
  if (!inGoal) return { ...part, [path]: list };
  const goals = (part.goals ?? []).map((goal, index) => (index === Number(inGoal[1]) ? { ...goal, actions: list } : goal));
  return { ...part, goals } as Partial<PlanContent>;
}
