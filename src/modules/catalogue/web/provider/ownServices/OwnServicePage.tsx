import { formatInstant } from '#shared/polishDate.ts';
import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, ProviderPage, RestoredDraft } from '#platform/html/index.ts';
import {
  Button,
  Card,
  ConflictNotice,
  ErrorSummary,
  Form,
  FormActions,
  Heading,
  Link,
  List,
  Notice,
  Paragraph,
  Row,
  Stack,
} from '#ui/index.ts';
import type { InheritedFields } from '#platform/module.ts';
import { changedFieldsOf, ownFieldsOf } from '../../../domain/proposal.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { Proposal } from '../../../usecases/proposals.ts';
import { labelOf } from '../../cardInWords.ts';
import { typedFigures } from '../../figuresForm.ts';
import { hourNames, labelOfHour } from '../../staff/serviceEditor/hoursForm.ts';
import { CountedNotice, figureProblem, ReportedMeanwhile, VacancyFields } from '../../VacancyFields.tsx';
import { OwnFieldsSection } from './OwnFieldsSection.tsx';
import { textFields, typedOwnFields, typedProposal } from './form.ts';

const t = stewardTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'not-a-time': staff('error.time'),
  'same-time': staff('error.sameTime'),
  'line-too-long': staff('error.lineTooLong'),
  'not-a-url': staff('error.url'),
  'not-a-phone': staff('error.phone'),
};

/** In the list of mistakes a mistake of the card says which field it is in. */
function withLabel({ field, message }: { field: string; message: string }) {
  const isOfCard = textFields.some((name) => name === field);
  const isHour = hourNames.includes(field);
  return { field, message: isOfCard ? `${labelOf(field)}: ${message}` : isHour ? `${labelOfHour(field)}: ${message}` : message };
}

interface Props {
  readonly c: CentreContext<object>;
  readonly service: CatalogueService;
  /** The newest proposal of this provider. */
  readonly proposal: Proposal | undefined;
  readonly typed: FormFields;
  readonly figures?: FormFields | undefined;
  readonly version: number;
  readonly errors?: readonly FieldError[];
  /** The card was changed meanwhile: what was typed is compared with it. */
  readonly isOvertaken?: boolean;
  /** Somebody else reported figures meanwhile. */
  readonly areFiguresOvertaken?: boolean;
  /** Somebody else of the provider sent or took back a proposal meanwhile; `newer` is the one that waits now. */
  readonly meanwhile?: { readonly newer: Proposal | undefined };
  /** The waiting proposal that this page shows, as the form carries it. */
  readonly seenProposal: string;
  readonly draft?: Draft | undefined;
  readonly problem?: string | undefined;
  /** What of the card comes from elsewhere. */
  readonly inherited: InheritedFields | null;
}

/** One of the provider's own services: figures that go live at once, texts that wait for the centre. */
export function OwnServicePage({ c, service, proposal, typed, figures, version, errors = [], isOvertaken, ...rest }: Props) {
  const { meanwhile, seenProposal, draft, problem, areFiguresOvertaken, inherited } = rest;
  const wrong = inWords('pl', errors, (field, code) => ownWords[code] ?? figureProblem(field, code, service));
  const here = c.at(`/wykonawca/uslugi/${service.id}`);
  const context = c as CentreContext;
  const numbers = figures ?? typedFigures(service);
  return (
    <ProviderPage
      c={context}
      title={service.name}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[{ label: t('own.title'), href: c.at('/wykonawca/uslugi') }, { label: service.name }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong.map(withLabel)} /> : null}
        <div>
          <Heading level={1}>{service.name}</Heading>
          <Link href={c.at(`/uslugi/${service.id}`)}>{t('own.see')}</Link>
        </div>
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <Answer proposal={proposal} />
        {proposal?.state === 'waiting' ? (
          <Form
            action={`${here}/wycofaj`}
            idempotencyKey={c.submissionKey()}
            hidden={{ propozycja: seenProposal }}
            label={t('own.withdraw')}
          >
            <Button type="submit" variant="secondary">
              {t('own.withdraw')}
            </Button>
          </Form>
        ) : null}
        {service.status === 'ended' ? (
          <Notice>{t('own.ended')}</Notice>
        ) : (
          <>
            <Card level={2} tone="tinted" title={t('own.figures')}>
              {service.vacancy?.counted ? <CountedNotice vacancy={service.vacancy} /> : <Paragraph small>{t('own.figuresHint')}</Paragraph>}
              {areFiguresOvertaken ? <ReportedMeanwhile service={service} typed={numbers} /> : null}
              <Form action={`${here}/liczby`} idempotencyKey={c.submissionKey()} label={t('own.figures')}>
                <VacancyFields service={service} typed={numbers} wrong={wrong} />
                <Button type="submit">{t('own.figuresSave')}</Button>
              </Form>
            </Card>
            <RestoredDraft c={context} draft={draft} />
            {meanwhile ? <ProposedMeanwhile typed={typed} service={service} newer={meanwhile.newer} /> : null}
            {isOvertaken ? <ConflictNotice fields={overtaken(typed, service)} /> : null}
            <Heading level={2}>{t('own.texts')}</Heading>
            <Paragraph>{t('own.textsHint')}</Paragraph>
            <Form
              action={here}
              idempotencyKey={c.submissionKey()}
              version={version}
              hidden={{ propozycja: seenProposal }}
              autosave={draftAddress(here)}
              label={t('own.texts')}
            >
              <OwnFieldsSection typed={typed} service={service} wrong={wrong} inherited={inherited} />
              <FormActions>
                <Row>
                  <Button type="submit" name="co" value="zmiana">
                    {t('own.send')}
                  </Button>
                  {proposal?.state === 'waiting' ? null : (
                    <Button type="submit" name="co" value="aktualne" variant="secondary" formnovalidate>
                      {t('own.confirm')}
                    </Button>
                  )}
                </Row>
              </FormActions>
            </Form>
          </>
        )}
      </Stack>
    </ProviderPage>
  );
}

/** What the centre says of the newest proposal. */
function Answer({ proposal }: { readonly proposal: Proposal | undefined }) {
  if (proposal?.state === 'waiting')
    return <Notice title={t('own.waiting')}>{t('own.waitingText', { date: formatInstant(proposal.proposedAt) })}</Notice>;
  if (proposal?.state === 'returned' || proposal?.state === 'partly')
    return (
      <Notice tone="warning" title={t(`own.${proposal.state}`)}>
        {proposal.note === null ? null : <Paragraph>{proposal.note}</Paragraph>}
        {proposal.state === 'partly' ? <WhichAccepted proposal={proposal} /> : null}
      </Notice>
    );
  return null;
}

/** Which of the proposed fields are on the card now, and which are not. */
function WhichAccepted({ proposal: { changes, accepted } }: { readonly proposal: Proposal }) {
  const names = (isAccepted: boolean) =>
    changedFieldsOf(changes)
      .filter((name) => accepted.includes(name) === isAccepted)
      .map(labelOf)
      .join(', ');
  return <List items={[t('own.acceptedFields', { fields: names(true) }), t('own.otherFields', { fields: names(false) })]} />;
}

/** A colleague's proposal beside what was typed; what they alone changed is in the form already. */
function ProposedMeanwhile({ typed, service, newer }: Pick<Props, 'typed' | 'service'> & { readonly newer: Proposal | undefined }) {
  if (!newer)
    return (
      <Notice tone="warning" live title={t('own.goneTitle')}>
        {t('own.goneText')}
      </Notice>
    );
  const card = ownFieldsOf(service);
  const mine = compared(typed, typedProposal(card, newer.changes));
  const taken = compared(typed, typedOwnFields(card)).filter(
    ({ label, mine: now, theirs: before }) => now !== before && mine.some((field) => field.label === label && field.theirs === now),
  );
  return (
    <ConflictNotice
      title={t('own.meanwhileTitle')}
      lead={t('own.meanwhileText')}
      savedBy={newer.proposedByName ?? undefined}
      savedAt={formatInstant(newer.proposedAt)}
      fields={mine}
    >
      {newer.message === null ? null : <Paragraph>{t('own.meanwhileMessage', { message: newer.message })}</Paragraph>}
      {taken.map(({ label, mine: text }) => (
        <Paragraph>{t('own.taken', { field: label, text })}</Paragraph>
      ))}
    </ConflictNotice>
  );
}

const overtaken = (mine: FormFields, service: CatalogueService) => compared(mine, typedOwnFields(ownFieldsOf(service)));

function compared(mine: FormFields, theirs: FormFields) {
  const hours = (fields: FormFields) => hourNames.flatMap((name) => fields.get(name) || []).join(' ');
  return [
    ...textFields.map((name) => ({ label: labelOf(name), mine: mine.get(name), theirs: theirs.get(name) })),
    { label: labelOf('hours'), mine: hours(mine), theirs: hours(theirs) },
  ];
}
