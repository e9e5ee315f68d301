import type { Json } from './entries.ts';

/** One page of a list in the envelope of HSDS. */
export interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Json[];
}

/** @param number of the page, from 1; one behind the last is empty */
export function makePage(contents: readonly Json[], { total, number, perPage }: { total: number; number: number; perPage: number }): Page {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** What is wrong with the envelope of a page, whoever answered it; empty when nothing is. */
export function faultsOfPage(page: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  const { contents } = page;
  for (const name of ['total_items', 'total_pages', 'page_number', 'size'])
    if (!Number.isInteger(page[name]) || (page[name] as number) < 0) faults.push(`${name} is no whole number`);
  for (const name of ['first_page', 'last_page', 'empty'])
    if (typeof page[name] !== 'boolean') faults.push(`${name} is neither true nor false`);
  if (!Array.isArray(contents)) faults.push('contents is no list');
  if (faults.length > 0 || !Array.isArray(contents)) return faults;
  const [total, pages, number, size] = ['total_items', 'total_pages', 'page_number', 'size'].map((name) => page[name] as number) as [
    number,
    number,
    number,
    number,
  ];
  if (size !== contents.length) faults.push(`size is ${size}, but contents holds ${contents.length}`);
  if (contents.length > total) faults.push(`contents holds ${contents.length} of ${total} in total`);
  if (page['empty'] !== (contents.length === 0)) faults.push('empty does not agree with contents');
  if (number < 1) faults.push('page_number begins with 1');
  if (page['first_page'] !== (number === 1)) faults.push('first_page does not agree with page_number');
  if (page['last_page'] !== number >= pages) faults.push('last_page does not agree with page_number and total_pages');
  if (total > 0 && pages === 0) faults.push('there are objects, but no pages');
  if (pages > total && total > 0) faults.push('there are more pages than objects');
  return faults;
}
