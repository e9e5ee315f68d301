import { draftAddress, type CentreContext } from '#platform/http/index.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Columns,
  DefinitionGrid,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  Section,
  Stack,
  Tag,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { CaseChanged, type WrittenOnCase } from '#modules/cases/index.ts';
import { conditionInWords, reasonInWords } from '#modules/eligibility/index.ts';
import type { LawOnDay } from '#modules/law/index.ts';
import { fullName, type Person } from '#modules/people/index.ts';
import { qualificationTexts } from '../../texts/words.ts';
import type { RefusalToSign } from '../../usecases/refuseService.ts';
import { reasonsInWords } from './refusals.ts';
import { writtenMeanwhile } from './writtenMeanwhile.ts';

export type SignContext = CentreContext<{ readonly caseId: string; readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const day = (date: Temporal.PlainDate | string) => formatDate(Temporal.PlainDate.from(date));
const tones = { met: 'success', notMet: 'danger', unknown: 'warning' } as const;

interface Props {
  readonly c: SignContext;
  readonly refusal: RefusalToSign;
  readonly person: Person;
  readonly law: LawOnDay;
  readonly written: WrittenOnCase;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** A proposed refusal with all that it rests on, to be signed or sent back. */
export function SignPage({ c, refusal, person, law, written, errors }: Props) {
  const { typed, draft, changes, version } = written;
  const { view, offer, reasons, suggested } = refusal;
  const { caseId, serviceId } = c.params;
  const own = c.at(`/praca/decyzje/${caseId}/${serviceId}`);
  const { application } = view.state;
  const field = (name: 'number' | 'factualReasons' | 'legalReasons') => ({
    name,
    value: typed.has(name) ? typed.get(name) : suggested[name],
    error: errorOf(errors, name),
  });
  const appeal = law.find('appealDays');
  return (
    <StaffPage
      c={c}
      title={t('sign.title')}
      hasErrors={errors.length > 0}
      crumbs={[{ label: t('decisions.title'), href: c.at('/praca/decyzje') }, { label: view.record.number }]}
    >
      {changes ? (
        <CaseChanged changes={changes} fields={writtenMeanwhile(typed, changes, serviceId)} told={draft ? 'restored' : 'conflict'} />
      ) : null}
      <RestoredDraft c={c} draft={draft} />
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={view.record.number}>
        {t('sign.title')}
      </Heading>
      <Lead>{t('sign.lead')}</Lead>
      <Columns
        aside={
          <Stack>
            <Card title={t('sign.person')} level={2}>
              <DefinitionGrid
                items={[
                  { term: t('sign.person'), value: fullName(person), wide: true },
                  { term: t('sign.birth'), value: person.birthDate ? day(person.birthDate) : undefined },
                  { term: t('sign.applied'), value: application ? day(application.filedOn) : undefined },
                  {
                    term: t('sign.applicant'),
                    value: application ? t(`sign.applicants.${application.applicantType}`) : undefined,
                    wide: true,
                  },
                ]}
              />
              <Link href={c.at(`/praca/sprawy/${caseId}`)}>{t('sign.file')}</Link>
            </Card>
            <Card title={t('sign.conditions')} level={2}>
              <List
                items={offer.checks.map((check) => (
                  <>
                    {conditionInWords(check.condition)} <Tag tone={tones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Tag>{' '}
                    <span class="ok-muted">{reasonInWords(check)}</span>
                  </>
                ))}
              />
            </Card>
          </Stack>
        }
      >
        <Stack gap="lg">
          <Section labelledBy="powody">
            <Heading level={2} id="powody">
              {offer.service.name}
            </Heading>
            <Paragraph>{t('sign.reasons')}:</Paragraph>
            <List items={reasons.map(({ code, inOwnWords }) => `${t(`refusalReason.${code}`)}: ${inOwnWords}`)} />
            {refusal.ungrounded.length > 0 ? (
              <Notice tone="warning" title={t('sign.ungrounded')}>
                <List items={reasonsInWords(refusal.ungrounded)} />
                <Paragraph>{t('sign.ungroundedNext')}</Paragraph>
              </Notice>
            ) : null}
          </Section>
          <Section labelledBy="tekst">
            <Heading level={2} id="tekst">
              {t('sign.text')}
            </Heading>
            <Form action={own} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(own)} id="decyzja">
              <TextField {...field('number')} label={t('sign.number')} hint={t('sign.numberHint')} width="medium" maxlength={64} />
              <TextArea {...field('factualReasons')} label={t('sign.factual')} rows={6} limit={10_000} />
              <TextArea {...field('legalReasons')} label={t('sign.legal')} rows={6} limit={10_000} />
              <Paragraph muted>
                {t('sign.appeal', {
                  days: law.values.appealDays,
                  article: appeal?.article ?? '–',
                  unverified: appeal?.verified ? '' : t('sign.unverified'),
                })}
              </Paragraph>
              <FormActions>
                <Button type="submit">{t('sign.send')}</Button>
                <Button type="submit" variant="secondary" formaction={`${own}/podglad`}>
                  {t('sign.previewSaved')}
                </Button>
                <LinkButton variant="tertiary" href={`${own}/podglad`}>
                  {t('sign.preview')}
                </LinkButton>
              </FormActions>
            </Form>
          </Section>
          <Section labelledBy="zwrot">
            <Heading level={2} id="zwrot">
              {t('sign.back')}
            </Heading>
            <Form
              action={`${own}/zwrot`}
              idempotencyKey={c.submissionKey()}
              version={version}
              autosave={draftAddress(`${own}/zwrot`)}
              id="zwrot-form"
            >
              <TextArea
                name="note"
                label={t('sign.note')}
                value={typed.get('note')}
                error={errorOf(errors, 'note')}
                rows={3}
                limit={5000}
              />
              <FormActions>
                <Button type="submit" variant="secondary">
                  {t('sign.sendBack')}
                </Button>
              </FormActions>
            </Form>
          </Section>
        </Stack>
      </Columns>
    </StaffPage>
  );
}
