import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, errorOf, Form, FormActions, Heading, NumberField, Paragraph, Stack } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { ServiceNav } from '../ServiceNav.tsx';

interface Props {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly typed: FormFields;
  readonly errors?: readonly FieldError[];
}
const t = catalogueStaffTexts.in('pl');

export function VacancyPage({ c, service, typed, errors = [] }: Props) {
  const wrong = inWords('pl', errors, (field, code) => (field === 'free' && code === 'required' ? t('vacancy.freeRequired') : undefined));
  const here = c.at(`/praca/uslugi/${service.id}`);
  const field = (name: 'free' | 'queue' | 'waitDays') => ({
    name,
    label: t(`vacancy.${name}`),
    value: typed.get(name),
    error: errorOf(wrong, name),
    required: false,
  });
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
        <Form action={`${here}/miejsca`} idempotencyKey={c.submissionKey()}>
          <NumberField {...field('free')} hint={service.capacity === null ? undefined : t('vacancy.of', { count: service.capacity })} />
          <NumberField {...field('queue')} />
          <NumberField {...field('waitDays')} suffix={t('vacancy.days')} />
          <FormActions>
            <Button type="submit">{t('vacancy.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
