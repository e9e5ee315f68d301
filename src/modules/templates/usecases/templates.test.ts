import { describe, expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import { getService, listServices } from '#modules/catalogue/index.ts';
import { sql } from 'kysely';
import { getOfferRule, setOfferRule } from '#modules/qualification/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { aTemplate, nextEdition } from '../testing.ts';
import { addServiceFrom, adoptTemplate, changeTie, findStanding, leaveTemplate, listWaiting } from './adopt.ts';
import { compareTie } from './compareTie.ts';
import { countUse, followTemplates } from './handDown.ts';
import { countWaiting, inheritedFieldsOf, listOffered } from './offered.ts';
import { addTemplate, listOwnTemplates, publishTemplate, removeTemplate, saveTemplate, withdrawTemplate } from './writeTemplates.ts';

const organiser = { actor: userWithRole('serviceOrganiser') };
const attach = { number: 1, adoptionVersion: 0, detached: [], followsItself: true } as const;

describe('a template of a centre', () => {
  test('is taken by a service, followed, and drifts where somebody changes the card', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Teleopieka', {
        governed: ['summary', 'documents'],
        fields: { summary: 'Przycisk na ręku', documents: ['wniosek'], recipients: 'Osoby starsze' },
      });
      const serviceId = await aService(scope, 'Teleopieka w gminie', { summary: 'Nasz opis', recipients: 'Nasi' });
      const before = await compareTie(scope, serviceId, { templateId });
      expect(before.comparison?.changes).toEqual(['summary', 'documents']);
      expect(await adoptTemplate(scope, { ...attach, serviceId, templateId, seen: 1 })).toMatchObject({ ok: true });
      expect(await getService(scope, serviceId)).toMatchObject({
        summary: 'Przycisk na ręku',
        recipients: 'Nasi',
        version: 2,
        qualification: { documents: ['wniosek'] },
      });
      expect(await inheritedFieldsOf(scope, serviceId)).toMatchObject({ names: ['summary', 'documents'] });

      expect(await nextEdition(scope, templateId, { fields: { summary: 'Nowy opis', documents: ['wniosek'] } })).toBe(2);
      expect(await followTemplates(scope)).toBe(1);
      expect(await followTemplates(scope)).toBe(0);
      expect(await getService(scope, serviceId)).toMatchObject({ summary: 'Nowy opis', version: 3 });

      await sql`update catalogue.service set card = card || '{"summary": "Ktoś inny"}' where id = ${serviceId}`.execute(scope.tx.db);
      expect(await findStanding(scope, serviceId)).toMatchObject({ drift: ['summary'], isBehind: false });
      expect(await nextEdition(scope, templateId, { fields: { summary: 'Trzeci', documents: ['wniosek'] } })).toBe(3);
      expect(await followTemplates(scope)).toBe(0);
      expect((await listWaiting(scope, 10)).map(({ service }) => service.id)).toEqual([serviceId]);
    }, organiser));

  test('does not write over a text that becomes common, and leaves a detached one alone', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Opieka');
      const serviceId = await aService(scope, 'Opieka', { recipients: 'Nasi' });
      await adoptTemplate(scope, { ...attach, serviceId, templateId, seen: 1 });
      await nextEdition(scope, templateId, { governed: ['summary', 'recipients'], fields: { summary: 'x', recipients: 'Wszyscy' } });
      expect(await followTemplates(scope)).toBe(0);
      const { comparison } = await compareTie(scope, serviceId);
      expect(comparison).toMatchObject({ writesOver: true });
      const standing = await findStanding(scope, serviceId);
      const input = { serviceId, templateId, number: 2, seen: 2, adoptionVersion: standing?.adoption.version ?? 0, followsItself: true };
      expect(await adoptTemplate(scope, { ...input, detached: ['recipients'] })).toMatchObject({ ok: true });
      expect(await getService(scope, serviceId)).toMatchObject({ summary: 'x', recipients: 'Nasi' });
      expect(await findStanding(scope, serviceId)).toMatchObject({ drift: [], isBehind: false });
      await nextEdition(scope, templateId, { fields: { summary: 'y', recipients: 'Wszyscy!' } });
      expect(await followTemplates(scope)).toBe(1);
      expect(await getService(scope, serviceId)).toMatchObject({ summary: 'y', recipients: 'Nasi' });
    }, organiser));

  test('shares the rule of who may use a service, which never changes by itself', () =>
    inTestCentre(async (scope) => {
      const text = { governed: ['summary', 'rule'], fields: { summary: 'Opis', rule: 'wiek: od 60 lat' } } as const;
      const templateId = await aTemplate(scope, 'Klub', text);
      const serviceId = await aService(scope, 'Klub');
      const { comparison } = await compareTie(scope, serviceId, { templateId });
      expect(comparison?.changes).toEqual(['summary', 'rule']);
      expect(await adoptTemplate(scope, { ...attach, serviceId, templateId, seen: 1 })).toMatchObject({ ok: true });
      expect(await getOfferRule(scope, serviceId)).toMatchObject({ version: 1, conditions: [{ kind: 'ageAtLeast' }] });
      expect(await inheritedFieldsOf(scope, serviceId)).toMatchObject({ names: ['summary', 'rule'] });
      await nextEdition(scope, templateId, { fields: { ...text.fields, summary: 'Inny opis' } });
      expect(await followTemplates(scope)).toBe(1);
      await nextEdition(scope, templateId, { fields: { ...text.fields, rule: 'wiek: od 65 lat' } });
      expect(await followTemplates(scope)).toBe(0);
      expect(await getOfferRule(scope, serviceId)).toMatchObject({ version: 1 });
      const rule = await getOfferRule(scope, serviceId);
      await setOfferRule(scope, { ...rule, conditions: [] });
      expect(await findStanding(scope, serviceId)).toMatchObject({ drift: ['rule'], isBehind: true });
    }, organiser));

  test('asks where the centre wants to be asked', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Opieka');
      await addServiceFrom(scope, templateId, { name: 'Nasza opieka', followsItself: false });
      const [service] = await listServices(scope);
      expect(service).toMatchObject({ name: 'Nasza opieka', status: 'draft', summary: 'Opieka: opis' });
      await nextEdition(scope, templateId, { fields: { summary: 'Nowe' } });
      expect(await followTemplates(scope)).toBe(0);
      expect(await changeTie(scope, service?.id ?? '', 1, { followsItself: true })).toBe(true);
      expect(await changeTie(scope, service?.id ?? '', 1, { followsItself: false })).toBe(false);
      expect(await followTemplates(scope)).toBe(1);
    }, organiser));

  test('refuses what was compared with an older edition, an older card or an older tie', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Opieka');
      const serviceId = await aService(scope, 'Opieka');
      const input = { ...attach, serviceId, templateId, seen: 1 };
      expect(await adoptTemplate(scope, { ...input, seen: 7 })).toMatchObject({ refusal: 'changed' });
      expect(await adoptTemplate(scope, { ...input, number: 2 })).toMatchObject({ refusal: 'newer' });
      expect(await adoptTemplate(scope, { ...input, adoptionVersion: 3 })).toMatchObject({ refusal: 'changed' });
      expect(await leaveTemplate(scope, serviceId, 1)).toBe(false);
      expect(await withdrawTemplate(scope, templateId)).toBe(true);
      expect(await withdrawTemplate(scope, templateId)).toBe(false);
      expect(await adoptTemplate(scope, input)).toMatchObject({ refusal: 'withdrawn' });
    }, organiser));

  test('leaves the text behind when it is withdrawn, free to be changed', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Opieka');
      const serviceId = await aService(scope, 'Opieka');
      await adoptTemplate(scope, { ...attach, serviceId, templateId, seen: 1 });
      await withdrawTemplate(scope, templateId);
      expect(await getService(scope, serviceId)).toMatchObject({ summary: 'Opieka: opis' });
      expect(await inheritedFieldsOf(scope, serviceId)).toMatchObject({ names: [], notice: expect.stringContaining('wycofany') });
      expect((await listOffered(scope, { typed: 'opiek', limit: 9 })).templates).toMatchObject([{ services: 1, withdrawnAt: scope.now }]);
      await leaveTemplate(scope, serviceId, 1);
      expect((await listOffered(scope, { typed: '', limit: 9 })).templates).toEqual([]);
    }, organiser));

  test('is found by its state, and lets services go that have ended', () =>
    inTestCentre(async (scope) => {
      const [one, two, three] = [await aTemplate(scope, 'Jeden'), await aTemplate(scope, 'Dwa'), await aTemplate(scope, 'Trzy')];
      await addServiceFrom(scope, one, { name: 'A', followsItself: false });
      await addServiceFrom(scope, two, { name: 'B', followsItself: false });
      await nextEdition(scope, one, { fields: { summary: 'Nowe' } });
      const ids = async (state?: 'used' | 'unused' | 'changed') =>
        (await listOffered(scope, { typed: '', state, limit: 9 })).templates.map(({ templateId }) => templateId);
      expect([await ids(), await ids('used'), await ids('unused'), await ids('changed')]).toEqual([
        [two, one, three],
        [two, one],
        [three],
        [one],
      ]);
      await sql`update catalogue.service set status = 'ended', card = card || '{"status": "ended"}' where name = 'A'`.execute(scope.tx.db);
      await countUse(scope);
      expect([await ids('used'), await countWaiting(scope)]).toEqual([[two], 0]);
    }, organiser));

  test('is removed only as long as nobody else could see it', () =>
    inTestCentre(async (scope) => {
      const { id } = await addTemplate(scope, { name: 'Szkic', governed: [], fields: {} });
      expect([await removeTemplate(scope, id, 7), await removeTemplate(scope, id, 1)]).toEqual([false, true]);
      expect(await removeTemplate(scope, await aTemplate(scope, 'Opublikowany'), 1)).toBe(false);
    }, organiser));

  test('is counted for its author', () =>
    inTestCentre(async (scope) => {
      const templateId = await aTemplate(scope, 'Opieka');
      for (const name of ['Jeden', 'Dwa']) await addServiceFrom(scope, templateId, { name, followsItself: false });
      await countUse(scope);
      expect(await listOwnTemplates(scope)).toMatchObject([{ centres: 1, services: 2, behind: 0 }]);
      await nextEdition(scope, templateId, { fields: { summary: 'Nowe' } });
      await countUse(scope);
      expect(await listOwnTemplates(scope)).toMatchObject([{ centres: 1, services: 2, behind: 2 }]);
      for (const { id } of await listServices(scope)) await leaveTemplate(scope, id, 1);
      await countUse(scope);
      expect(await listOwnTemplates(scope)).toMatchObject([{ centres: 0, services: 0 }]);
    }, organiser));
});

describe('publishing', () => {
  test('says no to an old reading, to nothing new and to nothing common', () =>
    inTestCentre(async (scope) => {
      const { id } = await addTemplate(scope, { name: 'Opieka', governed: [], fields: { summary: 'x' } });
      const publish = (seen: number) => publishTemplate(scope, id, { seen, note: null });
      expect(await publish(1)).toMatchObject({ refusal: 'nothing-common' });
      expect(await saveTemplate(scope, id, 1, { name: 'Opieka', governed: ['scope'], fields: { summary: 'x' } })).toMatchObject({
        ok: true,
      });
      expect(await publish(2)).toMatchObject({ refusal: 'empty-common' });
      await saveTemplate(scope, id, 2, { name: 'Opieka', governed: ['summary'], fields: { summary: 'x' } });
      expect(await publish(2)).toMatchObject({ refusal: 'changed-meanwhile' });
      expect(await publish(3)).toMatchObject({ value: { number: 1 } });
      expect(await publish(3)).toMatchObject({ refusal: 'same-as-published' });
      const late = await saveTemplate(scope, id, 2, { name: 'Inna', governed: ['summary'], fields: { summary: 'y' } });
      expect(late).toMatchObject({ refusal: { code: 'changed-meanwhile', current: { version: 3 } } });
    }, organiser));
});
