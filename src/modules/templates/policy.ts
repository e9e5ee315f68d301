import { rolesMay } from '#shared/policy.ts';

/** Those who write templates: a regional office for its voivodeship, a centre for its own services alone. */
export const mayWriteTemplates = rolesMay('templates.write', ['regionalEditor', 'serviceOrganiser', 'centreAdministrator']);
/** Those whose daily work it is; others find their own templates beside those of the region. */
export const mayLeadTemplates = rolesMay('templates.lead', ['regionalEditor']);
/** Those who answer for what the centre publishes, so also for whose words it publishes. */
export const mayUseTemplates = rolesMay('templates.use', ['serviceOrganiser', 'centreAdministrator']);
