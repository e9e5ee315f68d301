import { audits, centreDoor, page } from '#platform/http/index.ts';
import { Card, EmptyState, FilterForm, Heading, List, Paragraph, SelectField, Stack, Tag, TextDiff } from '#ui/index.ts';
import { diffPlans, type PlanDifference } from '../../domain/diffPlans.ts';
import type { PlanContent } from '../../domain/planContent.ts';
import { mayReadPlans } from '../../policy.ts';
import { planStaffTexts, planTexts } from '../../texts/index.ts';
import { changeInWords, fieldInWords, valueInWords } from '../../texts/inWords.ts';
import { getPlanFile } from '../../usecases/planFile.ts';
import { CasePage, readCase } from './casePage.tsx';

const t = planStaffTexts.in('pl');

/** Two versions side by side in words: what came, what went, what reads otherwise. */
export const differencePage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/plan/porownanie',
  may: mayReadPlans,
  audit: audits('plans.plan.read'),
  async handle(c) {
    const on = await readCase(c);
    const { versions } = (await getPlanFile(c.scope, c.params.caseId)).plan;
    const pick = (name: string, otherwise: number) =>
      versions.find((each) => String(each.version) === c.query.get(name)) ?? versions.at(otherwise);
    const [from, to] = [pick('z', -2), pick('do', -1)];
    const options = versions.map((each) => ({
      value: String(each.version),
      label: t('section.state', { version: each.version, status: t(`overview.status.${each.status}`) }),
    }));
    const differences = from && to ? diffPlans(from.content, to.content) : [];
    return page(
      <CasePage c={c} on={on} title={t('difference.title')} ofPlan>
        {versions.length < 2 || !from || !to ? (
          <EmptyState title={t('difference.one')} level={2} />
        ) : (
          <Stack gap="lg">
            <FilterForm action={c.path}>
              <SelectField name="z" label={t('difference.from')} empty={false} value={String(from.version)} options={options} />
              <SelectField name="do" label={t('difference.to')} empty={false} value={String(to.version)} options={options} />
            </FilterForm>
            {to.reason ? <Paragraph>{t('overview.reason', { reason: to.reason })}</Paragraph> : null}
            {differences.length === 0 ? (
              <EmptyState title={t('difference.same')} level={2} />
            ) : (
              <>
                <List items={[...new Set(differences.map((each) => changeInWords(each, 'pl')))]} />
                {differences.map((each) => (
                  <Difference difference={each} from={from.content} to={to.content} />
                ))}
              </>
            )}
          </Stack>
        )}
      </CasePage>,
    );
  },
});

function Difference({
  difference,
  from,
  to,
}: {
  readonly difference: PlanDifference;
  readonly from: PlanContent;
  readonly to: PlanContent;
}) {
  const { path, section, about, kind } = difference;
  const words = planTexts.in('pl');
  const part = section === 'dates' ? words('part.dates') : words(`part.${section}`);
  const isChange = kind === 'changed';
  const heading = isChange ? fieldInWords(path, 'pl') : (about ?? words('notGiven'));
  return (
    <Card>
      <Heading level={2} size="xs" caption={isChange ? [part, about].filter(Boolean).join(' – ') : part}>
        {heading} <Tag tone={kind === 'removed' ? 'danger' : kind === 'added' ? 'success' : 'info'}>{t(`difference.${kind}`)}</Tag>
      </Heading>
      <TextDiff before={valueInWords(path, difference.from, from, 'pl')} after={valueInWords(path, difference.to, to, 'pl')} />
    </Card>
  );
}
