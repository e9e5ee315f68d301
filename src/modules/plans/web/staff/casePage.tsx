import type { Child } from 'hono/jsx';
import type { CentreContext, PageContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { ErrorSummary, Heading, Lead, Link, Paragraph, PageHeader, Tag } from '#ui/index.ts';
import { getCase, type CaseView } from '#modules/cases/index.ts';
import type { Parameter } from '#modules/law/index.ts';
import { fullName, getPerson } from '#modules/people/index.ts';
import { planStaffTexts } from '../../texts/index.ts';

/** The case a page is about, with the name of its person. */
export interface CaseOnPage {
  readonly view: CaseView;
  readonly name: string;
}

/** Reads the case of the address and notes whose data the page shows. @throws NotFound when the centre has no such case. */
export async function readCase(c: CentreContext<{ readonly caseId: string }>): Promise<CaseOnPage> {
  const view = await getCase(c.scope, c.params.caseId);
  const { personId } = view.record;
  c.concerns({ caseId: c.params.caseId, ...(personId && { personId }) });
  return { view, name: personId ? fullName(await getPerson(c.scope, personId)) : view.record.number };
}

export interface PageError {
  readonly message: string;
  readonly field?: string | undefined;
}
interface CasePageProps {
  readonly c: PageContext;
  readonly on: CaseOnPage;
  readonly title: string;
  readonly lead?: string | undefined;
  /** Under the plan in the trail of links. */
  readonly ofPlan?: boolean | undefined;
  readonly errors?: readonly PageError[] | undefined;
  /** Said before everything else, such as a conflict. */
  readonly before?: Child;
  readonly actions?: Child;
  readonly children?: Child;
}

/** A page about one case, with the way back to it. */
export function CasePage({ c, on, title, lead, ofPlan, errors, before, actions, children }: CasePageProps) {
  const t = planStaffTexts.in('pl');
  const address = c.at(`/praca/sprawy/${on.view.record.id}`);
  const crumbs = [
    { label: t('cases'), href: c.at('/praca/sprawy') },
    { label: on.view.record.number, href: address },
    ...(ofPlan ? [{ label: t('plan'), href: `${address}/plan` }] : []),
    { label: title },
  ];
  return (
    <StaffPage c={c} title={`${title} – ${on.view.record.number}`} crumbs={crumbs} hasErrors={(errors?.length ?? 0) > 0}>
      {before}
      {errors && errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <PageHeader actions={actions}>
        <Heading level={1} caption={`${on.name} · ${on.view.record.number}`}>
          {title}
        </Heading>
        {lead ? <Lead>{lead}</Lead> : null}
      </PageHeader>
      {children}
    </StaffPage>
  );
}

/** Where acts are published; another centre's page may have told us of a rule, yet it is no source for a working page. */
const isOfficial = (source: string | null): source is string =>
  source !== null && /^https?:\/\/(isap\.sejm|eli|(www\.)?dziennikustaw)\.gov\.pl\//.test(source);

/** What the law says behind a figure: its title and value, the article or the lack of one, the source, and whether it was verified. */
export function LawNote({ parameter, shown }: { readonly parameter: Parameter | undefined; readonly shown?: string }) {
  if (!parameter) return null;
  const t = planStaffTexts.in('pl');
  const units: Readonly<Record<string, string>> = { day: t('unit.day'), month: t('unit.month') };
  const value = shown ?? (typeof parameter.value === 'number' ? `${parameter.value} ${units[parameter.unit] ?? ''}`.trim() : null);
  return (
    <Paragraph muted small>
      {parameter.title_pl}
      {value ? `: ${value}` : ''} ({parameter.article ?? t('noArticle')}
      {isOfficial(parameter.source) ? (
        <>
          {'; '}
          <Link href={parameter.source} external>
            {t('source')}
          </Link>
        </>
      ) : null}
      )
      {parameter.verified ? null : (
        <>
          {' '}
          <Tag tone="warning">{t('unverified')}</Tag>
        </>
      )}
    </Paragraph>
  );
}
