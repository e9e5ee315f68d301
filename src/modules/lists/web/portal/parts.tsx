import type { ServiceParts } from '#platform/module.ts';
import { ListLink, SaveButton } from './SaveButton.tsx';

/** What this module adds to cards and lists of services. */
export const serviceParts: ServiceParts = {
  card: (c, service) => Promise.resolve(<SaveButton c={c} service={service} wide />),
  listed: (c, service) => <SaveButton c={c} service={service} wide={false} />,
  list: (c) => ListLink({ c }),
};
