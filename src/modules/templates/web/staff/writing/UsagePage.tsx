import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, Lead, Stack, StatFigure, StatGrid, Table } from '#ui/index.ts';
import type { UsageRow } from '../../../store/tables.ts';
import { templateTexts } from '../../../texts/staff.ts';
import type { TemplateEdition } from '../../../usecases/editions.ts';
import type { Template } from '../../../usecases/writeTemplates.ts';
import { labelOf } from '../fieldWords.ts';
import { listCrumb, TemplateNav } from './TemplateNav.tsx';

const t = templateTexts.in('pl');
const inStep = ({ services, behind, drifted }: UsageRow) => Math.max(0, services - behind - drifted);

/** Which centres have a template, in counts. */
export function UsagePage(props: { readonly c: CentreContext; readonly template: Template; readonly usage: readonly UsageRow[] }) {
  const { c, template, usage } = props;
  const sum = (of: (each: UsageRow) => number) => String(usage.reduce((total, each) => total + of(each), 0));
  return (
    <StaffPage
      c={c}
      title={`${t('usage.title')}: ${template.name}`}
      crumbs={[listCrumb(c), { label: template.name, href: c.at(`/praca/wzory/${template.id}`) }, { label: t('usage.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={template.name}>
          {t('usage.title')}
        </Heading>
        <TemplateNav c={c} templateId={template.id} current="use" />
        <Lead>{t('usage.lead')}</Lead>
        {usage.length === 0 ? null : (
          <StatGrid>
            <StatFigure value={sum((each) => each.services)} label={t('usage.services')} />
            <StatFigure value={sum(inStep)} label={t('usage.inStep')} />
            <StatFigure value={sum((each) => each.behind)} label={t('usage.behind')} />
            <StatFigure value={sum((each) => each.drifted)} label={t('usage.drifted')} />
          </StatGrid>
        )}
        <Table<UsageRow>
          caption={t('usage.title')}
          captionHidden
          rows={usage}
          empty={<EmptyState title={t('usage.none')}>{t('usage.noneText')}</EmptyState>}
          columns={[
            { key: 'centre', label: t('usage.centre'), rowHeader: true, cell: ({ adopterName }) => adopterName },
            { key: 'services', label: t('usage.services'), numeric: true, cell: ({ services }) => String(services) },
            { key: 'inStep', label: t('usage.inStep'), numeric: true, cell: (row) => String(inStep(row)) },
            { key: 'behind', label: t('usage.behind'), numeric: true, cell: ({ behind }) => String(behind) },
            { key: 'drifted', label: t('usage.drifted'), numeric: true, cell: ({ drifted }) => String(drifted) },
            { key: 'at', label: t('usage.countedAt'), cell: ({ countedAt }) => formatInstant(countedAt) },
          ]}
        />
      </Stack>
    </StaffPage>
  );
}

/** Every text that was published, newest first. */
export function EditionsPage(props: {
  readonly c: CentreContext;
  readonly template: Template;
  readonly editions: readonly TemplateEdition[];
}) {
  const { c, template, editions } = props;
  return (
    <StaffPage
      c={c}
      title={`${t('editions.title')}: ${template.name}`}
      crumbs={[listCrumb(c), { label: template.name, href: c.at(`/praca/wzory/${template.id}`) }, { label: t('editions.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={template.name}>
          {t('editions.title')}
        </Heading>
        <TemplateNav c={c} templateId={template.id} current="editions" />
        <EditionTable editions={editions} />
      </Stack>
    </StaffPage>
  );
}

export function EditionTable({ editions }: { readonly editions: readonly TemplateEdition[] }) {
  return (
    <Table<TemplateEdition>
      caption={t('editions.title')}
      captionHidden
      rows={editions}
      empty={<EmptyState title={t('editions.none')}>{t('editions.noneText')}</EmptyState>}
      columns={[
        { key: 'number', label: t('editions.number'), rowHeader: true, cell: ({ number }) => String(number) },
        { key: 'at', label: t('editions.at'), cell: ({ publishedAt }) => formatInstant(publishedAt) },
        { key: 'note', label: t('editions.note'), cell: ({ note }) => note ?? '–' },
        { key: 'fields', label: t('editions.fields'), cell: ({ governed }) => governed.map(labelOf).join(', ') },
      ]}
    />
  );
}
