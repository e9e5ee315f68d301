import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { BarChart, EmptyState, KeysetPager, Table } from '#ui/index.ts';
import type { Column, Sort } from '#ui/index.ts';

type Row = { readonly name: string; readonly age: number };
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Imię', rowHeader: true, sortable: true, cell: (row) => row.name },
  { key: 'age', label: 'Wiek', numeric: true, sortable: true, cell: (row) => row.age },
];
const rows = [
  { name: 'Halina <3', age: 75 },
  { name: 'Jan', age: 80 },
];
const address: Sort['address'] = (by, direction) => `?${by}-${direction}`;
const within = (content: unknown) => new JSDOM(String(content)).window.document;

test('the sorted column says so, and its link turns the order round', () => {
  const document = within(<Table caption="Osoby" columns={columns} rows={rows} sort={{ by: 'name', direction: 'asc', address }} />);
  const [name, age] = [...document.querySelectorAll('thead th')];
  expect(name?.getAttribute('aria-sort')).toBe('ascending');
  expect(name?.querySelector('a')?.getAttribute('href')).toBe('?name-desc');
  expect(age?.hasAttribute('aria-sort')).toBe(false);
  expect(age?.querySelector('a')?.getAttribute('href')).toBe('?age-asc');
});

test('each row has its header and the values as text', () => {
  const document = within(<Table caption="Osoby" columns={columns} rows={rows} />);
  expect([...document.querySelectorAll('tbody th .ok-table-value')].map((cell) => cell.textContent)).toEqual(['Halina <3', 'Jan']);
  expect(document.querySelector('caption')?.textContent).toBe('Osoby');
});

test('on a narrow screen what says nothing takes no room, and plain values stand without the name of their column', () => {
  const marked: readonly Column<Row>[] = [
    ...columns,
    { key: 'state', label: 'Stan', plain: true, cell: () => 'w toku' },
    { key: 'note', label: 'Uwaga', cell: ({ age }) => (age > 75 ? 'starsza osoba' : '–') },
  ];
  const document = within(<Table caption="Osoby" columns={marked} rows={rows} />);
  expect([...document.querySelectorAll('tbody td')].map((cell) => cell.className)).toEqual([
    ...['ok-numeric', 'ok-table-plain', 'ok-table-nothing'],
    ...['ok-numeric', 'ok-table-plain', ''],
  ]);
});

test('an empty list says why', () => {
  const document = within(<Table caption="Osoby" columns={columns} rows={[]} empty={<EmptyState title="Nikogo tu nie ma" />} />);
  expect(document.querySelector('table')).toBeNull();
  expect(document.body.textContent).toContain('Nikogo tu nie ma');
});

test('a list of one page has no pager', () => {
  expect(String(<KeysetPager />)).toBe('');
  expect(within(<KeysetPager next="?po=1" />).querySelectorAll('a').length).toBe(1);
});

test('bars are as long as their share, and nothing is drawn of nothing or less', () => {
  const widths = (values: readonly number[]) =>
    [
      ...within(
        <BarChart title="T" labelColumn="L" valueColumn="W" bars={values.map((value) => ({ label: 'x', value }))} />,
      ).querySelectorAll('.ok-chart-bar'),
    ].map((bar) => bar.getAttribute('width'));
  expect(widths([40, 10, 0, -5])).toEqual(['100.00%', '25.00%', '0.00%', '0.00%']);
  expect(widths([0, 0])).toEqual(['0.00%', '0.00%']);
  expect(widths([])).toEqual([]);
});
