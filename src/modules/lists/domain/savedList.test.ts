import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieHeader } from '#platform/http/cookies.ts';
import { derivedId } from '#shared/uuid.ts';
import { joinedIds, longId, shortId, splitIds } from './shortIds.ts';
import { MOST_BYTES, MOST_SAVED, readSavedList, withNotes, withPlace, withServices, writeSavedList, type SavedList } from './savedList.ts';

const idOf = (number: number) => derivedId('saved', String(number));
const ids = (count: number) => Array.from({ length: count }, (_, number) => idOf(number));
const listOf = (count: number): SavedList => ids(count).map((serviceId) => ({ serviceId, note: null }));
const centreId = derivedId('centre of lists');

describe('ids in short form', () => {
  test('come back as they were, and no other text is one', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(longId(shortId(id))).toBe(id);
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 22, maxLength: 22, unit: 'binary-ascii' }), (text) => {
        const id = longId(text);
        expect(id === undefined || shortId(id) === text).toBe(true);
      }),
    );
  });
  test('stand one after another in an address', () => {
    expect(splitIds(joinedIds(ids(3)), 3)).toEqual(ids(3));
    expect(splitIds(joinedIds([idOf(1), idOf(1)]), 3)).toEqual([idOf(1)]);
    for (const wrong of ['', 'abc', joinedIds(ids(4)), `${joinedIds(ids(1))}!`, `${shortId(idOf(1)).slice(0, 21)}_`])
      expect(splitIds(wrong, 3)).toBeUndefined();
  });
});

describe('a list of one’s own', () => {
  test('takes each service once, keeps notes, and no more than fifty', () => {
    const noted = [{ serviceId: idOf(0), note: 'zapytać o wtorek' }];
    expect(withServices(noted, [idOf(0), idOf(1), idOf(1)])).toEqual({ ok: true, value: [...noted, { serviceId: idOf(1), note: null }] });
    expect(withServices(listOf(MOST_SAVED), [idOf(99)])).toEqual({ ok: false, refusal: 'full' });
    expect(withServices(listOf(MOST_SAVED), [idOf(1)]).ok).toBe(true);
  });
  test('is put in order by places; the same answer again changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 }), (number, place) => {
        const once = withPlace(listOf(5), idOf(number), place);
        expect(once[Math.min(place, 4)]?.serviceId).toBe(idOf(number));
        expect(withPlace(once, idOf(number), place)).toEqual(once);
        expect(once.toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1))).toEqual(
          listOf(5).toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
        );
      }),
    );
    expect(withPlace(listOf(2), idOf(9), 0)).toEqual(listOf(2));
  });
  test('comes back from its cookie, for its own centre alone', () => {
    const note = fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }));
    const lists = fc.uniqueArray(fc.record({ serviceId: fc.uuid(), note }), { maxLength: MOST_SAVED, selector: (each) => each.serviceId });
    fc.assert(
      fc.property(lists, fc.uuid(), (list, other) => {
        expect(readSavedList(centreId, writeSavedList(centreId, list))).toEqual(list);
        expect(readSavedList(other, writeSavedList(centreId, list))).toEqual([]);
      }),
    );
    for (const wrong of [undefined, '', '{', '[]', '[1]', '{"a":1}', `["${shortId(centreId)}",["x"]]`, `["${shortId(centreId)}","short"]`])
      expect(readSavedList(centreId, wrong)).toEqual([]);
  });
  test('never outgrows what a browser keeps', () => {
    const text = writeSavedList(centreId, listOf(1)).padEnd(MOST_BYTES, 'x');
    const header = cookieHeader('s'.repeat(32), 'okienko_list', text, {
      secure: true,
      maxAgeSeconds: 15_552_000,
      path: `/${'x'.repeat(60)}`,
    });
    expect(header.length).toBeLessThanOrEqual(4096);
    const longNote = 'ż'.repeat(150);
    const notes = (count: number) => new Map(ids(count).map((serviceId) => [serviceId, longNote]));
    expect(withNotes(listOf(MOST_SAVED), notes(3)).ok).toBe(true);
    expect(withNotes(listOf(MOST_SAVED), notes(6))).toEqual({ ok: false, refusal: 'too-much' });
    // A list that is full of notes refuses another service rather than lose any.
    const full = withNotes(listOf(8), notes(8));
    expect(full.ok && withServices(full.value, ids(40))).toEqual({ ok: false, refusal: 'full' });
  });
  test('keeps the notes of services that a form did not show', () => {
    const list = [
      { serviceId: idOf(0), note: 'stara' },
      { serviceId: idOf(1), note: 'zostaje' },
    ];
    expect(withNotes(list, new Map([[idOf(0), null]]))).toEqual({
      ok: true,
      value: [
        { serviceId: idOf(0), note: null },
        { serviceId: idOf(1), note: 'zostaje' },
      ],
    });
  });
});
