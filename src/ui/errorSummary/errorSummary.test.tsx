import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { Details, ErrorSummary, FieldGroup, RadioGroup, TextArea, TextField, type FieldError } from '#ui/index.ts';
import { nameMistakes } from './nameMistakes.ts';

const required = (field: string) => ({ field, message: 'Uzupełnij to pole.', isGeneral: true });
const choices = [
  { value: 'tak', label: 'Tak' },
  { value: 'nie', label: 'Nie' },
];
const note = (name: string) => <TextArea name={name} label="Skąd to wiadomo" required={false} error="Napisz, skąd to wiadomo." />;

/** The lines of the summary of a page with fields of every kind. */
function linesOf(errors: readonly FieldError[]): string[] {
  const page = (
    <main>
      <ErrorSummary errors={errors} />
      <TextField name="kod" label="Kod <sprawy> & hasło" hint="Kod z potwierdzenia" />
      <RadioGroup name="mowa" label="Jak wolisz rozmawiać?" choices={choices} />
      <FieldGroup legend="Cel 1">
        <TextField name="cele[0].opis" label="Opis" />
      </FieldGroup>
      <FieldGroup legend="Cel 2">
        <TextField name="cele[1].opis" label="Opis" />
      </FieldGroup>
      <RadioGroup name="c-1" label="Mieszka w gminie" choices={choices} />
      {note('n-1')}
      <h3>Ma 60 lat</h3>
      <Details summary="Zmień">{note('n-2')}</Details>
    </main>
  );
  const { document } = new JSDOM(nameMistakes(String(page))).window;
  expect(document.querySelector('[data-mistake]')).toBeNull();
  return [...document.querySelectorAll('.ok-error-summary li')].map((line) => line.textContent ?? '');
}

test('general words carry the name of their field', () => {
  expect(linesOf([required('kod'), { field: 'mowa', message: 'Wybierz jedną z odpowiedzi.', isGeneral: true }])).toEqual([
    'Kod <sprawy> & hasło: uzupełnij to pole.',
    'Jak wolisz rozmawiać? Wybierz jedną z odpowiedzi.',
  ]);
});

test('words of the form itself stay as they are, and so do those about no field or an unknown one', () => {
  const errors = [{ field: 'kod', message: 'Wpisz kod.' }, { message: 'Już wysłane.' }, required('nieznane')];
  expect(linesOf(errors)).toEqual(['Wpisz kod.', 'Już wysłane.', 'Uzupełnij to pole.']);
});

test('no two lines are alike: fields of the same name are told apart by their group, question or heading', () => {
  expect(linesOf([required('cele[0].opis'), required('cele[1].opis')])).toEqual([
    'Cel 1 – Opis: uzupełnij to pole.',
    'Cel 2 – Opis: uzupełnij to pole.',
  ]);
  const same = { message: 'Napisz, skąd to wiadomo.' };
  expect(
    linesOf([
      { field: 'n-1', ...same },
      { field: 'n-2', ...same },
    ]),
  ).toEqual(['Mieszka w gminie – Skąd to wiadomo: napisz, skąd to wiadomo.', 'Ma 60 lat – Skąd to wiadomo: napisz, skąd to wiadomo.']);
});
