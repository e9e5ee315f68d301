import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Paragraph, Stack } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { CountedNotice, figureProblem, ReportedMeanwhile, VacancyFields } from '../../VacancyFields.tsx';
import { ServiceNav } from '../ServiceNav.tsx';

interface Props {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly typed: FormFields;
  readonly errors?: readonly FieldError[];
  /** Somebody else reported figures while the page was open. */
  readonly isOvertaken?: boolean;
}
const t = catalogueStaffTexts.in('pl');

export function VacancyPage({ c, service, typed, errors = [], isOvertaken }: Props) {
  const wrong = inWords('pl', errors, (field, code) => figureProblem(field, code, service));
  const here = c.at(`/praca/uslugi/${service.id}`);
  // The page of the queue is another module's; its way is among the pages that modules add to a service.
  const queue = c.world.modules.flatMap((module) => module.servicePages ?? []).find(({ holds }) => holds === 'places');
  const queueHref = queue?.may.allows(c.actor).allowed ? c.at(queue.path(service.id)) : undefined;
  return (
    <StaffPage
      c={c}
      title={t('editor.vacancy')}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[
        { label: t('list.title'), href: c.at('/praca/uslugi') },
        { label: service.name, href: here },
        { label: t('editor.vacancy') },
      ]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <Heading level={1} caption={service.name}>
          {t('editor.vacancy')}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} current="vacancy" />
        <Paragraph>
          {service.vacancy === null
            ? t('vacancy.none')
            : t('vacancy.asOf', { date: formatInstant(Temporal.Instant.from(service.vacancy.asOf)) })}
        </Paragraph>
        {service.vacancy?.counted ? (
          <CountedNotice vacancy={service.vacancy} queueHref={queueHref} />
        ) : (
          <Paragraph muted>{t('vacancy.handTyped')}</Paragraph>
        )}
        {isOvertaken ? <ReportedMeanwhile service={service} typed={typed} /> : null}
        <Form action={`${here}/miejsca`} idempotencyKey={c.submissionKey()}>
          <VacancyFields service={service} typed={typed} wrong={wrong} />
          <FormActions>
            <Button type="submit">{t('vacancy.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
