import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingOf } from './findingOf.ts';

const ids = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'));
const perhaps = fc.option(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'));

it('keeps what was ticked, denies what was offered and not ticked, and never both', () => {
  fc.assert(
    fc.property(ids, ids, perhaps, perhaps, ids, ids, ids, (kinds, needs, addedKind, addedNeed, told, offered, denied) => {
      const finding = findingOf({ kinds, needs, addedKind, addedNeed }, told, offered, { needs: [], denied });
      const wanted = new Set([...needs, ...(addedNeed === null ? [] : [addedNeed])]);
      expect(finding.needs.every((id) => wanted.has(id) && !offered.includes(id))).toBe(true);
      for (const id of wanted) expect(offered.includes(id) || finding.needs.includes(id)).toBe(true);
      for (const id of [...offered, ...denied]) expect(finding.denied.includes(id)).toBe(!wanted.has(id));
      const chosen = new Set([...kinds, ...(addedKind === null ? [] : [addedKind])]);
      expect(new Set(finding.kinds ?? told)).toEqual(chosen);
    }),
  );
});
