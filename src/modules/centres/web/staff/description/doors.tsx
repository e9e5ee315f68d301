import { auditsNothing, centreDoor, page, redirect, versionSeen } from '#platform/http/index.ts';
import type { DescriptionFault } from '../../../domain/description.ts';
import { mayDescribeCentre, mayReadDescription } from '../../../policy.ts';
import { centreStaffTexts } from '../../../texts/staff.ts';
import { describeOwnCentre, getOwnDescription, type Described } from '../../../usecases/describeCentre.ts';
import { DescriptionPage } from './DescriptionPage.tsx';
import { describedIn, typedDescription } from './form.ts';

const t = centreStaffTexts.in('pl');
export const descriptionPath = '/praca/centrum';
/** So many repeated names are told by name. */
const namesTold = 5;

export const descriptionPage = centreDoor({
  method: 'GET',
  path: descriptionPath,
  may: mayReadDescription,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const own = await getOwnDescription(c.scope);
    return page(<DescriptionPage c={c} own={own} typed={typedDescription(own)} />);
  },
});

export const describeDoor = centreDoor({
  method: 'POST',
  path: descriptionPath,
  may: mayDescribeCentre,
  audit: auditsNothing('the use case writes it'),
  async handle(c) {
    const described = await describeOwnCentre(c.scope, describedIn(c.fields, c.centre.kind), versionSeen(c.fields));
    if (described.ok) return redirect(c.at(descriptionPath), toldAfter(described.value));
    const own = await getOwnDescription(c.scope);
    const drawn = { c, own, typed: c.fields };
    const { refusal } = described;
    if (refusal.code === 'changed-meanwhile') return page(<DescriptionPage {...drawn} theirs={typedDescription(own)} />, 409);
    const errors = refusal.code === 'wrong' ? refusal.faults.map(inWords) : refusal.fields.map(inDemonstration);
    return page(<DescriptionPage {...drawn} errors={errors} />, 422);
  },
});

const inWords = ({ field, code, values }: DescriptionFault) => ({ field, message: t(`error.${code}`, values) });
const inDemonstration = (field: string) => ({ field, message: t('error.demonstration') });

function toldAfter({ changed, repeated }: Described): string {
  const said = changed.length > 0 ? t('saved') : t('unchanged');
  if (repeated.length === 0) return said;
  const first = repeated.slice(0, namesTold).join(', ');
  const names = repeated.length > namesTold ? t('andOthers', { names: first, count: repeated.length - namesTold }) : first;
  return `${said} ${t('repeated', { names })}`;
}
