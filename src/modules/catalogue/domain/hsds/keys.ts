import { isUuid } from '#shared/uuid.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
/** An object of HSDS 3.1, ready for JSON.stringify. */
export type HsdsObject = { readonly [key: string]: Json | undefined };
type Anything = { readonly [key: string]: unknown };

/** The key of the extra object: what HSDS has no term for travels in it, as it is. */
export const EXTENSION = 'okienko';
/** Deeper than any record of the standard nests. */
const deepest = 24;

const isObject = (value: unknown): value is Anything => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function mapped(value: unknown, keyOf: (key: string) => string, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((each) => mapped(each, keyOf, depth + 1)).filter((each) => !isEmpty(each));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => (key === EXTENSION ? [key, each] : [keyOf(key), mapped(each, keyOf, depth + 1)]) as [string, unknown])
      .filter(([key, each]) => !isEmpty(each) || (each === '' && mayBeEmpty.has(key))),
  );
}

/** Texts that the standard demands even where they are empty: a value that was not there before. */
const mayBeEmpty = new Set(['fieldName', 'previousValue', 'replacementValue', 'field_name', 'previous_value', 'replacement_value']);

/** Names as HSDS writes them (`opensAt` becomes `opens_at`, `address1` becomes `address_1`); what is empty is left out. */
export const toHsdsKeys = (value: unknown): HsdsObject =>
  mapped(value, (key) => key.replace(/[A-Z]|(?<![_\d])\d+/g, (part) => `_${part.toLowerCase()}`)) as HsdsObject;
/** The other way; null, empty texts and empty lists are left out. */
export const fromHsdsKeys = (value: unknown): unknown =>
  mapped(value, (key) => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));

export type IdOf = (...words: readonly string[]) => string;

/** Gives every part that has no id the one that follows from its place in the record. The record's own id stays outside. */
export function named(value: unknown, idOf: IdOf, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((each, index) => named(each, idOf, [...path, String(index)]));
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([key, each]) => [key, key === EXTENSION ? each : named(each, idOf, [...path, key])] as const);
  return path.length === 0 ? Object.fromEntries(parts) : { ...Object.fromEntries(parts), id: value['id'] ?? idOf(...path) };
}

/** Takes away the ids that `named` gave, and those that are no UUIDs. */
export function unnamed(value: unknown, idOf: IdOf, path: readonly string[] = []): unknown {
  if (path.length > deepest) return undefined;
  if (Array.isArray(value)) return value.map((each, index) => unnamed(each, idOf, [...path, String(index)]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      if (key === EXTENSION) return [[key, each]];
      if (key !== 'id' || path.length === 0) return [[key, unnamed(each, idOf, [...path, key])]];
      return typeof each === 'string' && isUuid(each) && each.toLowerCase() !== idOf(...path) ? [[key, each.toLowerCase()]] : [];
    }),
  );
}
