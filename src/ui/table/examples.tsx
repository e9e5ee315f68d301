import { EmptyState } from '#ui/emptyState/EmptyState.tsx';
import { Tag } from '#ui/tag/Tag.tsx';
import type { TagTone } from '#ui/tag/Tag.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Table } from './Table.tsx';
import type { Column } from './Table.tsx';

type Row = { readonly code: string; readonly person: string; readonly state: string; readonly tone: TagTone; readonly days: number };

const columns: readonly Column<Row>[] = [
  {
    key: 'code',
    label: 'Sprawa',
    rowHeader: true,
    sortable: true,
    cell: (row) => (
      <a class="ds-link" href={`#${row.code}`}>
        {row.code}
      </a>
    ),
  },
  { key: 'person', label: 'Osoba', sortable: true, cell: (row) => row.person },
  { key: 'state', label: 'Stan', cell: (row) => <Tag tone={row.tone}>{row.state}</Tag> },
  { key: 'days', label: 'Dni do terminu', numeric: true, sortable: true, cell: (row) => String(row.days) },
];

const rows: readonly Row[] = [
  { code: '2026/0142', person: 'Halina Wzorcowa', state: 'rozpoznanie', tone: 'info', days: 12 },
  { code: '2026/0143', person: 'Jan Przykładny-Długonazwiskowski', state: 'po terminie', tone: 'danger', days: -2 },
  { code: '2026/0150', person: 'Oksana Zrazkowa', state: 'plan uzgodniony', tone: 'success', days: 21 },
];

export const examples: readonly Example[] = [
  {
    name: 'lista spraw',
    show: () => (
      <Table
        caption="Sprawy w toku"
        columns={columns}
        rows={rows}
        sort={{ by: 'days', direction: 'asc', address: (by, direction) => `?sort=${by}&kierunek=${direction}` }}
      />
    ),
  },
  {
    name: 'pusta',
    show: () => (
      <Table caption="Sprawy po terminie" columns={columns} rows={[]} empty={<EmptyState level={3} title="Nie ma spraw po terminie" />} />
    ),
  },
];
