import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '#shared/isoTime.ts';
import { filingMoment } from './filing.ts';
import { isInForce, ruleOfCard } from './offerRule.ts';

test('what is entered on its day counts from that moment', () => {
  expect(filingMoment('2026-03-09', '2026-03-09T09:00:00.000Z')).toBe('2026-03-09T09:00:00.000Z');
});

test('a letter entered later is the last of its day, and stays in its day whatever the clocks do', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((n) => Temporal.PlainDate.from('2020-01-01').add({ days: n }).toString());
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (filedOn, later) => {
      const recordedAt = `${Temporal.PlainDate.from(filedOn).add({ days: later }).toString()}T12:00:00.000Z`;
      const moment = filingMoment(filedOn, recordedAt);
      expect(dayOf(moment)).toBe(filedOn);
      expect(moment < recordedAt).toBe(true);
      expect(filingMoment(filedOn, `${filedOn}T20:00:00.000Z`) < moment).toBe(true);
    }),
  );
});

const card = {
  id: 's',
  status: 'active',
  minimumAge: null,
  maximumAge: null,
  recipients: null,
  qualification: { text: null, documents: [] },
  capacity: 12,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  source: null,
};
test('a programme is in force on its first and last day, and only while the service is published', () => {
  const rule = ruleOfCard(card);
  expect(rule.placeLimit).toBe(12);
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isInForce(rule, card, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isInForce(rule, { status: 'paused' }, '2026-06-01')).toBe(false);
});
