import { expect, it } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import type { Module } from '#platform/module.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { act, asRole, caseAppliedFor, qualifyAll } from '../testing.ts';
import { actOnCase, getCase } from './actOnCase.ts';

/** The scope with further modules in its world. */
const withModules = (scope: CentreScope, ...more: readonly Module[]): CentreScope => ({
  ...scope,
  world: { ...scope.world, modules: [...scope.world.modules, ...more] },
});
const closing = (scope: CentreScope) =>
  ({ type: 'close', data: { ending: 'withdrawn', occurredOn: scope.today.toString(), note: null } }) as const;

it('decides with what other modules tell about the case', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds } = await caseAppliedFor(scope, 'Opieka w domu');
    await qualifyAll(scope, caseId);
    const asked: string[] = [];
    const orders: Module = {
      name: 'testOrders',
      caseFacts: async (_scope, id) => {
        asked.push(id);
        return { openOrderIds: ['o1'] };
      },
    };
    const state = await act(withModules(scope, orders), caseId, 'planCoordinator', closing(scope));
    expect(asked).toEqual([caseId]);
    expect(state.closing?.consequences).toMatchObject({ ordersToCancel: ['o1'], placesToFree: serviceIds });
  }));

it('lets what the caller knows outweigh it', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await caseAppliedFor(scope, 'Opieka w domu');
    const orders: Module = { name: 'testOrders', caseFacts: async () => ({ openOrderIds: ['o1'] }) };
    const state = await act(withModules(scope, orders), caseId, 'planCoordinator', closing(scope), { openOrderIds: [] });
    expect(state.closing?.consequences.ordersToCancel).toEqual([]);
  }));

it('tells every module of the end, once and with its consequences', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await caseAppliedFor(scope, 'Opieka w domu');
    const told: unknown[] = [];
    const listener = (name: string): Module => ({
      name,
      caseClosed: async (_scope, id, consequences) => void told.push([name, id, consequences]),
    });
    const listening = withModules(scope, listener('one'), listener('two'));
    await act(listening, caseId, 'planCoordinator', { type: 'markIncomplete', data: { missing: ['adres'] } });
    expect(told).toEqual([]);
    const state = await act(listening, caseId, 'planCoordinator', closing(scope));
    expect(told).toEqual([
      ['one', caseId, state.closing?.consequences],
      ['two', caseId, state.closing?.consequences],
    ]);
  }));

it('refuses an act on a version that is no longer the newest, and writes nothing', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await caseAppliedFor(scope, 'Opieka w domu');
    const before = await getCase(scope, caseId);
    await act(scope, caseId, 'frontDesk', { type: 'markIncomplete', data: { missing: ['adres'] } });
    const late = await actOnCase(asRole(scope, 'frontDesk'), caseId, before.state.version, { type: 'complete', data: { note: null } });
    expect(late).toEqual({ ok: false, refusal: [{ code: 'case-changed', version: before.state.version + 1 }] });
    expect((await getCase(scope, caseId)).state.status).toBe('INCOMPLETE');
  }));
