import type { ServiceParts } from '#platform/module.ts';
import { Link } from '#ui/index.ts';
import { listsTexts } from '../../texts/index.ts';
import { CalendarLinks } from './calendar/CalendarLinks.tsx';
import { ListLink, SaveButton } from './SaveButton.tsx';

/** What this module adds to cards and lists of services. */
export const serviceParts: ServiceParts = {
  card: (c, service) => (
    <>
      <SaveButton c={c} service={service} wide />
      {service.hasSessions ? <CalendarLinks c={c} serviceId={service.id} /> : null}
      <Link href={c.at(`/uslugi/${service.id}/przekaz-dalej`)}>{listsTexts.in(c.lang)('pass.open')}</Link>
    </>
  ),
  listed: (c, service) => <SaveButton c={c} service={service} wide={false} />,
  list: (c) => ListLink({ c }),
};
