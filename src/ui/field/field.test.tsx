import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  FileField,
  FilterForm,
  NumberField,
  PeselField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  errorOf,
} from '#ui/index.ts';

const within = (content: unknown) => new JSDOM(String(content)).window.document;
const common = { name: 'osoba[0].pole', label: 'Pole', hint: 'Wskazówka', error: 'Popraw to' };
const fields = [
  ['TextField', <TextField {...common} />],
  ['TextArea', <TextArea {...common} limit={100} />],
  ['DateField', <DateField {...common} />],
  ['NumberField', <NumberField {...common} suffix="zł" />],
  ['SelectField', <SelectField {...common} options={[{ value: 'a', label: 'A' }]} />],
  ['FileField', <FileField {...common} kinds="PDF" maxSize="1 MB" />],
  ['PeselField', <PeselField {...common} />],
  [
    'RadioGroup',
    <RadioGroup
      {...common}
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />,
  ],
  ['CheckboxGroup', <CheckboxGroup {...common} choices={[{ value: 'a', label: 'A' }]} />],
  ['Checkbox', <Checkbox {...common} />],
] as const;

test.each(fields)('%s: the error summary leads to it, its hint and error are read with it', (_, field) => {
  const document = within(
    <>
      {<ErrorSummary errors={[{ field: common.name, message: 'Popraw to' }]} />}
      {field}
    </>,
  );
  const target = document.querySelector('.ok-error-summary a')?.getAttribute('href')?.slice(1) ?? '';
  const input = document.getElementById(target);
  expect(input?.getAttribute('name')).toBe(common.name);
  const described = (input?.closest('fieldset') ?? input)?.getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent ?? `absent: ${id}`).join(' ');
  expect(words).toContain('Wskazówka');
  expect(words).toContain('Błąd: Popraw to');
  expect(words).not.toContain('absent');
});

test('what was typed comes back as it was', () => {
  for (const value of ['31 lutego', '<b>"&', '\n początek od nowej linii', '🙂 \u202eodwrócone']) {
    expect(within(<TextArea name="a" label="A" value={value} />).querySelector('textarea')?.value).toBe(value);
    if (!value.includes('\n')) expect(within(<DateField name="a" label="A" value={value} />).querySelector('input')?.value).toBe(value);
  }
});

test('a chosen answer is chosen again, and only that one', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
    { value: '', label: 'Nie wiem' },
  ];
  const chosen = (content: unknown) =>
    [...within(content).querySelectorAll<HTMLInputElement>('input:checked, option:checked')].map((each) => each.value);
  expect(chosen(<RadioGroup name="r" label="R" choices={choices} value="b" />)).toEqual(['b']);
  expect(chosen(<RadioGroup name="r" label="R" choices={choices} />)).toEqual([]);
  expect(chosen(<CheckboxGroup name="c" label="C" choices={choices} values={['a', 'b', 'x']} />)).toEqual(['a', 'b']);
  expect(chosen(<SelectField name="s" label="S" options={choices} value="b" />)).toEqual(['b']);
});

test('a stored PESEL is shown only masked and need not be written again', () => {
  const document = within(<PeselField name="pesel" storedMasked="•••••••••34" />);
  const input = document.querySelector('input');
  expect(input?.value).toBe('');
  expect(input?.required).toBe(false);
  expect(input?.autocomplete).toBe('off');
  expect(document.body.textContent).toContain('•••••••••34');
});

test('fields that may stay empty are marked, except in filters', () => {
  const field = <TextField name="a" label="A" required={false} />;
  expect(within(field).body.textContent).toContain('(nieobowiązkowe)');
  expect(within(<FilterForm action="/x">{field}</FilterForm>).body.textContent).not.toContain('(nieobowiązkowe)');
});

test('errorOf gives the message of its field', () => {
  expect(errorOf([{ field: 'a', message: 'A źle' }, { message: 'wszystko źle' }], 'a')).toBe('A źle');
  expect(errorOf([], 'a')).toBeUndefined();
});
