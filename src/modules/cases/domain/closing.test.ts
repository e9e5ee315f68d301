import { expect, test } from 'vitest';
import type { Ending } from './caseStatus.ts';
import { decide } from './decide.ts';
import { aCase, command, kindFacts } from './testing.ts';

const served = aCase().applied('s1').assessed().qualified('s1').coordinated(false).ordered('o1', 's1').started('o1');
const later = '2025-03-20T08:00:00.000Z';

function endedOn(occurredOn: string, ending: Ending, lastDeliveredOn: string | null, story = served) {
  const facts = { ...kindFacts(later), lastDeliveredOn };
  const role = ending === 'uncompleted' ? 'frontDesk' : 'planCoordinator';
  const decided = decide(story.state, command('close', role, { ending, occurredOn, note: null }), facts);
  return decided.ok ? [] : decided.refusal;
}

const endings: readonly Ending[] = ['done', 'withdrawn', 'moved', 'died', 'limit'];

test.each(endings)('a case ended as %s ends neither before it began nor before it was last served', (ending) => {
  expect(endedOn('2020-01-01', ending, null)).toEqual([{ code: 'ended-before-request', earliest: '2025-03-03' }]);
  expect(endedOn('2025-03-02', ending, '2025-03-12')).toEqual([
    { code: 'ended-before-request', earliest: '2025-03-03' },
    { code: 'ended-before-delivery', earliest: '2025-03-12' },
  ]);
  expect(endedOn('2025-03-11', ending, '2025-03-12')).toEqual([{ code: 'ended-before-delivery', earliest: '2025-03-12' }]);
  expect(endedOn('2025-03-12', ending, '2025-03-12')).toEqual([]);
  expect(endedOn('2025-03-21', ending, null)).toEqual([{ code: 'date-in-future', path: 'occurredOn' }]);
});

test('a need that never became a request ends no earlier than it was reported', () => {
  const need = { reporter: 'neighbour', isAnonymous: true, channel: 'phone', personId: null, description: 'x' } as const;
  const reported = aCase().then('reportNeed', 'frontDesk', need);
  expect(endedOn('2025-03-02', 'died', null, reported)).toEqual([{ code: 'ended-before-request', earliest: '2025-03-03' }]);
  expect(endedOn('2025-03-03', 'died', null, reported)).toEqual([]);
});

test('an application is left incomplete only from the day after the one given for completing it', () => {
  const incomplete = aCase()
    .applied('s1')
    .then('markIncomplete', 'frontDesk', { missing: ['Certificate'] });
  expect(endedOn('2025-03-10', 'uncompleted', null, incomplete)).toEqual([{ code: 'ended-before-supplement', earliest: '2025-03-11' }]);
  expect(endedOn('2025-03-11', 'uncompleted', null, incomplete)).toEqual([]);
});
