import { auditsNothing, centreDoor, page } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { SERVICE_STATUSES } from '../../../domain/codes.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { listServicesForStaff } from '../../../usecases/listForStaff.ts';
import { ServiceListPage } from './ServiceListPage.tsx';

const pageLength = 30;
const mostWords = 6;

/** The centre's services as their keepers see them: also those that residents do not. */
export const serviceListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const typed = (c.query.get('q') ?? '')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed();
    const status = SERVICE_STATUSES.find((each) => each === c.query.get('stan'));
    const [id = '', ...name] = (c.query.get('po') ?? '').split('~');
    const after = isUuid(id) && !/\p{Cc}/u.test(name.join('~')) ? { id, name: name.join('~').slice(0, 300) } : undefined;
    const words = typed.split(/\s+/).filter(Boolean).slice(0, mostWords);
    const { services, hasMore } = await listServicesForStaff(c.scope, { words, status, after, limit: pageLength });
    return page(<ServiceListPage c={c} typed={typed} status={status} services={services} hasMore={hasMore} isFirst={!after} />);
  },
});
