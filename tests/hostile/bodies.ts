// What a form is filled with, well or badly, as [name, value] pairs in the order of the page.

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type Entries = readonly (readonly [string, string])[];

/** A form as it stood on a page. */
export interface FoundForm {
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly FoundField[];
}
export interface FoundField {
  readonly name: string;
  readonly kind: 'hidden' | 'choice' | 'text' | 'button' | 'file';
  /** The type of an input, or the name of the element. */
  readonly type: string;
  /** What it holds, or the offered answers of a choice. */
  readonly values: readonly string[];
  /** Answers that are chosen already. */
  readonly chosen: readonly string[];
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function readFound(form: HTMLFormElement, pageUrl: URL): FoundForm {
  const fields = new Map<string, FoundField>();
  for (const element of form.elements) {
    const found = readField(element);
    if (!found || found.name === '') continue;
    const known = fields.get(found.name);
    // Several boxes of one name are one question; of several buttons the first is pressed.
    if (!known) fields.set(found.name, found);
    else if (known.kind !== 'button')
      fields.set(found.name, { ...known, values: [...known.values, ...found.values], chosen: [...known.chosen, ...found.chosen] });
  }
  const action = new URL(form.getAttribute('action') ?? '', pageUrl);
  return { action: action.pathname + action.search, isMultipart: form.enctype === 'multipart/form-data', fields: [...fields.values()] };
}

/** The forms of a page that write: each as its first button sends it, as buttons with an address of their own do, and as it saves itself. */
export function listForms(document: Document, pageUrl: URL): readonly FoundForm[] {
  return [...document.forms]
    .filter((form) => (form.getAttribute('method') ?? 'get').toLowerCase() === 'post')
    .flatMap((form) => {
      const own = readFound(form, pageUrl);
      const further = [
        ...[...form.querySelectorAll('button[formaction]')].map((button) => button.getAttribute('formaction')),
        form.closest('ok-autosave')?.getAttribute('address'),
      ];
      const to = (address: string) => new URL(address, pageUrl);
      return [own, ...further.flatMap((each) => (each ? [{ ...own, action: to(each).pathname + to(each).search }] : []))];
    });
}

function readField(element: Element): FoundField | undefined {
  if (element.tagName === 'BUTTON') {
    const button = element as HTMLButtonElement;
    return button.type === 'submit' ? { name: button.name, kind: 'button', type: 'button', values: [button.value], chosen: [] } : undefined;
  }
  if (!/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return undefined;
  const field = element as Field;
  if (field.matches(':disabled')) return undefined;
  const { name } = field;
  if (field.tagName === 'SELECT') {
    const { options, selectedOptions } = field as HTMLSelectElement;
    const valuesOf = (each: Iterable<HTMLOptionElement>) => [...each].map((option) => option.value);
    return { name, kind: 'choice', type: 'select', values: valuesOf(options), chosen: valuesOf(selectedOptions) };
  }
  const type = field.tagName === 'TEXTAREA' ? 'textarea' : field.type;
  if (type === 'radio' || type === 'checkbox')
    return { name, kind: 'choice', type, values: [field.value], chosen: (field as HTMLInputElement).checked ? [field.value] : [] };
  if (type === 'hidden') return { name, kind: 'hidden', type, values: [field.value], chosen: [] };
  if (type === 'file') return { name, kind: 'file', type, values: [], chosen: [] };
  // What opens an account is never shown again.
  const isSecret = type === 'password' || field.getAttribute('autocomplete') === 'one-time-code';
  return { name, kind: 'text', type: isSecret ? 'secret' : type, values: [field.value], chosen: [] };
}

const hiddenAndButtons = ({ name, kind, values }: FoundField): Entries =>
  kind === 'hidden' || kind === 'button' ? [[name, name === '_key' ? crypto.randomUUID() : (values[0] ?? '')]] : [];

/** Fills texts with `typed` and choices with `choose`; hidden fields go along, with a key of their own. */
function filled(form: FoundForm, typed: (field: FoundField) => string, choose: (field: FoundField) => readonly string[]): Entries {
  return form.fields.flatMap((field): Entries => {
    if (field.kind === 'text') return [[field.name, typed(field)]];
    if (field.kind === 'choice') return choose(field).map((value) => [field.name, value] as const);
    return hiddenAndButtons(field);
  });
}

const offeredAnswer = ({ values, chosen, type }: FoundField): readonly string[] => {
  const kept = chosen.filter((value) => value !== '');
  const last = values.findLast((value) => value !== '');
  return kept.length > 0 ? kept : type !== 'checkbox' && last !== undefined ? [last] : values.slice(0, 1);
};

/** What somebody of good will would type, as far as names of fields tell. */
export function plausible({ name, type, values }: FoundField): string {
  if (values[0]) return values[0];
  if (/pesel/i.test(name)) return '';
  if (/mail/i.test(name) || type === 'email') return 'ktos@example.org';
  if (/phone/i.test(name)) return '600 100 200';
  if (/postcode/i.test(name)) return '00-000';
  if (/birth/i.test(name)) return '3.05.1948';
  if (/receivedOn|filedOn|heldOn/.test(name)) return '2.03.2026';
  if (/(On|Date|From|Until|To|day)$/i.test(name)) return '2.04.2026';
  if (type === 'number' || /(count|number|months|hours|units|places|fee|amount|score|weeks|minutes)/i.test(name)) return '2';
  return 'Zwykła odpowiedź';
}
export const goodBody = (form: FoundForm): Entries => filled(form, plausible, offeredAnswer);

const isNumberOrDate = ({ name, type, values }: FoundField) =>
  type === 'number' ||
  /(On|Date|From|Until|day|count|months|hours|units|places|fee|pesel|phone|postcode)$/i.test(name) ||
  /^\d/.test(values[0] ?? '');

/** Texts that are not what was asked for. */
export const typedBadly: Readonly<Record<string, (field: FoundField) => string>> = {
  empty: () => '',
  overlong: () => 'x'.repeat(10_001),
  'of the wrong type': (field) => (isNumberOrDate(field) ? 'trzydziestego lutego' : '12345'),
  'script-like': () => `"'><script>alert(1)</script>{{7*7}}`,
  'right-to-left, emoji, combining': () => '\u202Ecba\u202C 👩🏽‍🦽 Zo\u0308e a\u0327\u0301\u0323 \u05E9\u05DC\u05D5\u05DD',
  'with NUL and control characters': () => 'a\u0000b\u0007c\u001B[31md\u007F\uD800',
};

/** Bodies that a browser would not make of the form. */
export function forgedBodies(form: FoundForm, foreignId: string): Readonly<Record<string, Entries>> {
  const good = goodBody(form);
  const replaced = (which: (name: string, value: string) => boolean, by: string): Entries =>
    good.map(([name, value]) => [name, which(name, value) ? by : value]);
  const isId = (name: string, value: string) => name !== '_key' && uuidPattern.test(value);
  const isChoice = (name: string) => form.fields.some((field) => field.name === name && field.kind === 'choice');
  const isHidden = (name: string) => form.fields.some((field) => field.name === name && field.kind === 'hidden' && name !== '_key');
  const forged: Record<string, Entries> = {
    'answers that were not offered': replaced(isChoice, 'nie-ma-takiej'),
    'no answers at all': [],
    "another centre's ids": replaced(isId, foreignId),
    'malformed ids': replaced(isId, '../1 or 1=1'),
    'strange hidden values': replaced(isHidden, '\u0000"><script>alert(1)</script>'),
    'every field three times': good.flatMap((entry) => (entry[0] === '_key' ? [entry] : [entry, entry, entry])),
  };
  if (good.some(([name]) => name === '_key')) forged['no key'] = good.filter(([name]) => name !== '_key');
  if (good.some(([name]) => name === '_version'))
    for (const version of ['0', '-1', '999999999', '99999999999999999999', 'NaN', ''])
      forged[`version ${version || 'missing'}`] = replaced((name) => name === '_version', version);
  return forged;
}

export function badlyTyped(form: FoundForm, typed: (field: FoundField) => string, isEmpty: boolean): Entries {
  return filled(form, typed, isEmpty ? () => [] : offeredAnswer);
}

export function toBody(form: FoundForm, entries: Entries): URLSearchParams | FormData {
  if (!form.isMultipart) return new URLSearchParams(entries.map(([name, value]) => [name, value.toWellFormed()]));
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}
