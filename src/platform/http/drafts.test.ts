import { expect, it } from 'vitest';
import { inTestCentre } from '#tests/support/database.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { dropDraft, findDraft, forgetDrafts, saveDraft } from './drafts.ts';
import { FormFields } from './form.ts';

const typed = FormFields.from({ needs: ['a', 'b'], note: 'Zażółć', _key: 'hidden' });
const director = userWithRole('director');

it('gives back what was typed, without the hidden fields of the frame', () =>
  inTestCentre(
    async (scope) => {
      await saveDraft(scope, 'plan:1', FormFields.from({ note: 'earlier' }));
      await saveDraft(scope, 'plan:1', typed);
      const found = await findDraft(scope, 'plan:1');
      expect(found?.typed.toRecord()).toEqual({ needs: ['a', 'b'], note: ['Zażółć'] });
      expect(found?.savedAt.equals(scope.now)).toBe(true);
      await dropDraft(scope, 'plan:1');
      expect(await findDraft(scope, 'plan:1')).toBeUndefined();
    },
    { actor: director },
  ));

it('remembers the version a text was written on, and joins the forms of one page', () =>
  inTestCentre(
    async (scope) => {
      await saveDraft(scope, '/odmowa', FormFields.from({ words: 'Nie mieszka', _version: '7', _key: 'hidden' }));
      await saveDraft({ ...scope, now: scope.now.add({ seconds: 1 }) }, '/zwrot', FormFields.from({ note: 'Popraw' }));
      const found = await findDraft(scope, '/odmowa', '/zwrot', '/inne');
      expect(found?.forms).toEqual(['/odmowa', '/zwrot']);
      expect([found?.typed.get('words'), found?.typed.get('note'), found?.typed.get('_version')]).toEqual(['Nie mieszka', 'Popraw', '7']);
      expect(found?.typed.has('_key')).toBe(false);
      await dropDraft(scope, '/odmowa', '/zwrot');
      expect(await findDraft(scope, '/odmowa', '/zwrot')).toBeUndefined();
    },
    { actor: director },
  ));

it('removes what has expired, and nothing else', () =>
  inTestCentre(
    async (scope) => {
      await saveDraft(scope, 'plan:1', typed);
      await saveDraft({ ...scope, now: scope.now.subtract({ hours: 24 * 31 }) }, 'plan:2', typed);
      expect(await forgetDrafts(scope.tx, scope.now)).toBe(1);
      expect(await findDraft(scope, 'plan:1')).toBeDefined();
    },
    { actor: director },
  ));

it('shows a draft to nobody else, and not for ever', () =>
  inTestCentre(
    async (scope) => {
      await saveDraft(scope, 'plan:1', typed);
      expect(await findDraft({ ...scope, actor: userWithRole('frontDesk') }, 'plan:1')).toBeUndefined();
      expect(await findDraft(scope, 'plan:2')).toBeUndefined();
      expect(await findDraft({ ...scope, now: scope.now.add({ hours: 24 * 31 }) }, 'plan:1')).toBeUndefined();
    },
    { actor: director },
  ));
