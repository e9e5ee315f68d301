import { isUuid } from '#shared/uuid.ts';
import { orderStatuses, type OrderStatus } from '../domain/orderStates.ts';
import type { OrderListInput, OrderListPage } from '../usecases/listOrders.ts';

const limit = 25;

/** Search, state and place in a list of orders, from its address. What cannot be read is left out. */
export function readList(query: URLSearchParams, isProviders: boolean): OrderListInput & { readonly state: string } {
  const state = query.get('stan') ?? '';
  const statuses: OrderStatus[] = orderStatuses.filter((each) => each === state);
  return {
    words: (query.get('q') ?? '').slice(0, 200),
    state,
    statuses,
    onlyOpen: statuses.length === 0 && state !== 'wszystkie' && !(isProviders && state === ''),
    cursor: readCursor(query, isProviders),
    limit,
  };
}

function readCursor(query: URLSearchParams, isProviders: boolean): OrderListInput['cursor'] {
  const isBack = query.has('przed');
  const [key = '', id = ''] = (query.get(isBack ? 'przed' : 'po') ?? '').split('~');
  const moment = isProviders ? key : (/^(?:true|false) (.+)$/.exec(key)?.[1] ?? '');
  try {
    Temporal.Instant.from(moment);
  } catch {
    return null;
  }
  return isUuid(id) ? { key, id, back: isBack } : null;
}

/** Addresses of the pages before and after. */
export function listAddresses(path: string, query: URLSearchParams, { previous, next }: OrderListPage) {
  const address = (name: 'przed' | 'po', at: { readonly key: string; readonly id: string } | null) => {
    if (!at) return undefined;
    const asked = new URLSearchParams(query);
    asked.delete('przed');
    asked.delete('po');
    asked.set(name, `${at.key}~${at.id}`);
    return `${path}?${asked.toString()}`;
  };
  return { previous: address('przed', previous), next: address('po', next) };
}
