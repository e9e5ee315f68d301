import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { Form, SearchForm } from '#ui/index.ts';

const formIn = (content: unknown) => {
  const form = new JSDOM(String(content)).window.document.querySelector('form');
  if (!form) throw new Error('no form');
  return form;
};

test('a writing form carries its key, the version that was read and hidden values', () => {
  const form = formIn(<Form action="/zapisz" idempotencyKey="0198-k" version={0} hidden={{ krok: 'opis' }} />);
  expect(form.method).toBe('post');
  expect(form.noValidate).toBe(true);
  expect([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => [name, value])).toEqual([
    ['_key', '0198-k'],
    ['_version', '0'],
    ['krok', 'opis'],
  ]);
});

test('attachments need another encoding', () => {
  expect(formIn(<Form action="/x" multipart />).enctype).toBe('multipart/form-data');
});

test('only a form that is saved while writing has a line for it', () => {
  expect(formIn(<Form action="/x" autosave="/y" />).querySelector('[role=status]')).not.toBeNull();
  expect(formIn(<Form action="/x" />).querySelector('[role=status]')).toBeNull();
});

test('searching is a plain GET that keeps the other filters', () => {
  const form = formIn(<SearchForm action="/szukaj" value={'"mama" <po> szpitalu'} hidden={{ obszar: 'HEALTH' }} />);
  expect(form.method).toBe('get');
  expect(form.querySelector<HTMLInputElement>('[name=q]')?.value).toBe('"mama" <po> szpitalu');
  expect(form.querySelector<HTMLInputElement>('[name=obszar]')?.value).toBe('HEALTH');
});
