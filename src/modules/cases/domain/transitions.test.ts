import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roles } from '#shared/roles.ts';
import { caseEventTypes } from './caseEvents.ts';
import { caseStatuses, isFinal } from './caseStatus.ts';
import { guards } from './guards.ts';
import { possibleTargets } from './testing.ts';
import { renderTransitionTable } from './transitionTable.ts';
import { transitions } from './transitions.ts';

test('the README shows the table as it is', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`<!-- transitions -->\n${renderTransitionTable()}\n<!-- /transitions -->`);
});

test('only a refusal is still delivered after the end: a closed case is never reopened', () => {
  const after = transitions.filter((row) => row.from.some(isFinal));
  expect(after.map((row) => [row.event, row.to])).toEqual([['refusalDelivered', 'stays']]);
});

test('one row at most for a command (and ending) from a status', () => {
  const keys = transitions.flatMap((row) => row.from.map((from) => `${row.command}/${row.ending ?? ''}/${from}`));
  expect(new Set(keys).size).toBe(keys.length);
  const events = transitions.flatMap((row) => row.from.map((from) => `${row.event}/${row.ending ?? ''}/${from}`));
  expect(new Set(events).size).toBe(events.length);
});

test('every event has a row, every row has actors, every guard is used', () => {
  expect(new Set(transitions.map((row) => row.event))).toEqual(new Set(caseEventTypes));
  for (const row of transitions) {
    expect(row.actors.length).toBeGreaterThan(0);
    for (const actor of row.actors) expect([...roles, 'system']).toContain(actor);
  }
  expect(new Set(transitions.flatMap((row) => row.guards))).toEqual(new Set(Object.keys(guards)));
});

test('every status can be reached from a new case', () => {
  const reached = new Set<string>(['NEW']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const row of transitions) {
      for (const from of row.from) if (reached.has(from)) for (const to of possibleTargets(row, from)) reached.add(to);
    }
  }
  expect([...reached].filter((status) => status !== 'NEW').toSorted()).toEqual([...caseStatuses].toSorted());
});

test('every open status can be left for every ending that is always possible', () => {
  for (const ending of ['withdrawn', 'moved', 'died']) {
    const row = transitions.find((each) => each.ending === ending);
    for (const status of caseStatuses) expect(row?.from.includes(status)).toBe(!isFinal(status));
  }
});
