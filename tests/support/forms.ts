import { matches, readable, type Typed } from './reading.ts';

/** A filled form, ready to be sent. */
export interface FilledForm {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  toSearch(): URLSearchParams;
  toBody(): URLSearchParams | FormData;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The form that was asked for, or the only one that has every typed field. */
export function findForm(document: Document, page: string, typed: Typed, wanted: string | RegExp | undefined): HTMLFormElement {
  const forms = [...document.querySelectorAll('form')];
  const names = Object.keys(typed);
  const fitting = forms.filter((form) => {
    if (wanted instanceof RegExp) return wanted.test(form.getAttribute('action') ?? '');
    if (wanted !== undefined) return form.matches(wanted.startsWith('/') ? `[action="${wanted}"]` : wanted);
    return names.every((name) => fieldsOf(form).some((field) => field.name === name));
  });
  // Search and language forms of the frame stand outside the main part and are rarely meant.
  const inMain = fitting.filter((form) => form.closest('main'));
  const chosen = inMain.length > 0 ? inMain : fitting;
  if (chosen.length === 1 && chosen[0]) return chosen[0];
  const offered = forms.map(
    (form) =>
      `${form.getAttribute('action') ?? ''} (${fieldsOf(form)
        .map((field) => field.name)
        .join(', ')})`,
  );
  throw new Error(`${page}: ${chosen.length} forms fit ${wanted ? String(wanted) : names.join(', ')}; there are: ${offered.join(' | ')}`);
}

/** Types into a form and presses a button. The page is left as it was. */
export function fillForm(form: HTMLFormElement, typed: Typed, button: string | RegExp | undefined): FilledForm {
  const fields = fieldsOf(form);
  const entries: [string, string | File][] = [];
  const done = new Set<string>();
  for (const [name, value] of Object.entries(typed))
    checkOffered(
      fields.filter((field) => field.name === name),
      name,
      value,
    );
  for (const field of fields) {
    if (field.matches(':disabled') || field.name === '') continue;
    const value = typed[field.name];
    if (value === undefined) entries.push(...untouched(field));
    else if (!done.has(field.name)) {
      done.add(field.name);
      entries.push(
        ...typedInto(
          fields.filter((each) => each.name === field.name),
          value,
        ),
      );
    }
  }
  const pressed = pressedButton(form, button);
  if (pressed?.name) entries.push([pressed.name, pressed.value]);
  const isMultipart = form.enctype === 'multipart/form-data';
  const texts = () => new URLSearchParams(entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  return {
    action: pressed?.getAttribute('formaction') ?? form.getAttribute('action') ?? '',
    method: (pressed?.getAttribute('formmethod') ?? form.method).toUpperCase() === 'POST' ? 'POST' : 'GET',
    toSearch: texts,
    toBody() {
      if (!isMultipart) return texts();
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value);
      return body;
    },
  };
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName));
}

function untouched(field: Field): [string, string | File][] {
  if (field.tagName === 'SELECT')
    return [...(field as HTMLSelectElement).selectedOptions].map((option): [string, string] => [field.name, option.value]);
  if (/^(checkbox|radio)$/.test(field.type)) return (field as HTMLInputElement).checked ? [[field.name, field.value]] : [];
  if (field.type === 'file') return [[field.name, new File([], '', { type: 'application/octet-stream' })]];
  if (/^(submit|button|reset|image)$/.test(field.type)) return [];
  return [[field.name, field.value]];
}

function typedInto(fields: readonly Field[], value: Typed[string]): [string, string | File][] {
  const first = fields[0];
  if (!first) return [];
  if (value === true) return [[first.name, first.value]];
  if (value === false) return [];
  const values = typeof value === 'string' || value instanceof File ? [value] : value;
  return values.map((each): [string, string | File] => [first.name, each]);
}

/** A person can only choose what is on the page; what is sent otherwise belongs to an attack, not to a story. */
function checkOffered(fields: readonly Field[], name: string, value: Typed[string]): void {
  const first = fields[0];
  if (!first) throw new Error(`the form has no field ${name}`);
  const isChoice = first.tagName === 'SELECT' || /^(checkbox|radio)$/.test(first.type);
  if (!isChoice || typeof value === 'boolean') return;
  const offered = fields.flatMap((field) =>
    field.tagName === 'SELECT' ? [...(field as HTMLSelectElement).options].map((option) => option.value) : [field.value],
  );
  for (const each of [value].flat())
    if (!offered.includes(String(each))) throw new Error(`${name} does not offer ${String(each)}, only: ${offered.join(', ')}`);
}

function pressedButton(form: HTMLFormElement, wanted: string | RegExp | undefined): HTMLButtonElement | undefined {
  const buttons = [...form.elements].filter(
    (element): element is HTMLButtonElement => element.tagName === 'BUTTON' && (element as HTMLButtonElement).type === 'submit',
  );
  if (wanted === undefined) return buttons[0];
  const found = buttons.find((button) => matches(readable(button), wanted));
  if (!found) throw new Error(`no button says ${String(wanted)}; there are: ${buttons.map((button) => readable(button)).join(' | ')}`);
  return found;
}
