import type { Child } from 'hono/jsx';
import type { Language } from '#platform/i18n/index.ts';
import { DefinitionGrid, Heading, List, Paragraph, Section, Stack, Table, type HeadingLevel } from '#ui/index.ts';
import type { PlanContent, PlannedService } from '../domain/planContent.ts';
import { planTexts } from '../texts/index.ts';
import { amountInWords, dayInWords } from '../texts/inWords.ts';

/** A plan as people read it: what they can do, what they need, what will be done, by whom and when. `level` is that of its parts. */
export function PlanInWords({
  content,
  lang,
  level = 2,
  skipsBlank = false,
}: {
  readonly content: PlanContent;
  readonly lang: Language;
  readonly level?: 2 | 3;
  /** Leaves out parts in which nothing is written yet. */
  readonly skipsBlank?: boolean;
}) {
  const t = planTexts.in(lang);
  const span = (from: string, to: string) => t('span', { from: dayInWords(from, lang), to: dayInWords(to, lang) });
  const below = (level + 1) as HeadingLevel;
  const activity = (each: { what: string; who: string; when: string }) =>
    [each.what, each.who, each.when].filter((words) => words.trim() !== '').join(' – ');
  const part = (key: string, title: string, body: Child | null) =>
    body === null && skipsBlank ? null : (
      <Section labelledBy={`plan-${key}`}>
        <Heading level={level} size="sm" id={`plan-${key}`}>
          {title}
        </Heading>
        {body ?? <Paragraph muted>{t('nothing')}</Paragraph>}
      </Section>
    );
  const list = (items: readonly string[]) => (items.length === 0 ? null : <List items={items} />);
  return (
    <Stack gap="lg">
      {part('dates', t('part.dates'), <Paragraph>{span(content.startsOn, content.endsOn)}</Paragraph>)}
      {part('strengths', t('part.strengths'), list(content.strengths.map((each) => each.text)))}
      {part(
        'needs',
        t('part.needs'),
        content.needs.length === 0 ? null : (
          <DefinitionGrid
            items={content.needs.map((need) => ({ term: need.area || t('notGiven'), value: need.description, wide: true }))}
          />
        ),
      )}
      {part(
        'goals',
        t('part.goals'),
        content.goals.length === 0 ? null : (
          <Stack>
            {content.goals.map((goal, index) => (
              <div>
                <Heading level={below} size="xs" caption={t('goalNumber', { number: index + 1 })}>
                  {goal.text || t('notGiven')}
                </Heading>
                {goal.needIds.length > 0 ? <Paragraph muted>{t('serves', { needs: needsOf(content, goal.needIds) })}</Paragraph> : null}
                {goal.measure ? <Paragraph>{t('measure', { measure: goal.measure })}</Paragraph> : null}
                {list(goal.actions.map(activity))}
              </div>
            ))}
          </Stack>
        ),
      )}
      {part(
        'services',
        t('part.services'),
        content.services.length === 0 ? null : (
          <Stack>
            {content.services.map((service) => (
              <div>
                <Heading level={below} size="xs">
                  {service.name || t('notGiven')}
                </Heading>
                <ServiceFacts service={service} lang={lang} span={span(service.from, service.to)} />
              </div>
            ))}
          </Stack>
        ),
      )}
      {part('supportingActions', t('part.supportingActions'), list(content.supportingActions.map(activity)))}
      {part('responsibilities', t('part.responsibilities'), list(content.responsibilities.map((each) => `${each.who}: ${each.what}`)))}
      {part(
        'monitoring',
        t('part.monitoring'),
        content.monitoring.length === 0 ? null : (
          <Table
            caption={t('part.monitoring')}
            captionHidden
            columns={[
              { key: 'how', label: t('field.how'), cell: (row) => row.how, rowHeader: true },
              { key: 'when', label: t('field.when'), cell: (row) => row.when },
              { key: 'who', label: t('field.who'), cell: (row) => row.who },
            ]}
            rows={content.monitoring}
          />
        ),
      )}
    </Stack>
  );
}

function needsOf(content: PlanContent, ids: readonly string[]): string {
  return content.needs
    .filter((need) => ids.includes(need.id))
    .map((need) => need.description)
    .join('; ');
}

function ServiceFacts({ service, lang, span }: { readonly service: PlannedService; readonly lang: Language; readonly span: string }) {
  const t = planTexts.in(lang);
  const rows: [Parameters<typeof t>[0], string][] = [
    ['field.scope', service.scope],
    ['field.quantity', amountInWords(service, lang)],
    ['field.when', span],
    ['field.place', service.place],
    ['field.provider', service.provider],
    ['field.fee', service.fee],
  ];
  return <DefinitionGrid items={rows.map(([key, value]) => ({ term: t(key), value: value.trim() || t('notGiven') }))} />;
}
