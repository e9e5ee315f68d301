import type { Job, Module } from '#platform/module.ts';
import { forgetDrafts } from './drafts.ts';
import { forgetSubmissions } from './submissions.ts';

/** After so long nobody presses the same button again. */
const answersKeptFor = { hours: 24 * 30 };

const forgetLeftovers: Job = {
  name: 'forms.leftovers.forget',
  cron: '40 3 * * *',
  audit: { kind: 'nothing', because: 'removes unsent text that has expired, and answers to forms sent long ago' },
  async run(scope) {
    await forgetDrafts(scope.tx, scope.now);
    await forgetSubmissions(scope.tx, scope.now.subtract(answersKeptFor));
  },
};

/** Forms keep unsent text and answers to what was sent, for a time. */
export const httpModule: Module = { name: 'http', jobs: [forgetLeftovers] };
