import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import type { InheritedFields } from '#platform/module.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CheckboxGroup,
  ErrorSummary,
  errorOf,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  Link,
  Notice,
  Paragraph,
  Row,
  Stack,
  TextArea,
  TextDiff,
} from '#ui/index.ts';
import { doubtsOfFee, feeOfWords } from '../../../domain/fee.ts';
import { changedFieldsOf, ownFieldsOf, type OwnField } from '../../../domain/proposal.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { ProposalFile } from '../../../usecases/proposals.ts';
import { labelOf } from '../../cardInWords.ts';
import { changesInWords } from '../../ownFieldInWords.ts';
import { FeeFields } from '../serviceEditor/EditorSections.tsx';
import { typedFee } from '../serviceEditor/form.ts';
import { StateTag } from '../../provider/ownServices/OwnListPage.tsx';

const t = stewardTexts.in('pl');
const editor = catalogueStaffTexts.in('pl');
const feeErrors: Readonly<Record<string, string>> = {
  'price not-a-price': editor('error.price'),
  'price negative-price': editor('error.priceNegative'),
  'price price-too-great': editor('error.priceTooGreat'),
  'price free-with-price': editor('error.freeWithPrice'),
};
export interface ProposalFormState {
  readonly fee?: FormFields | undefined;
  readonly accepted?: readonly OwnField[];
  readonly note?: string;
  readonly errors?: readonly FieldError[];
  readonly problem?: string | undefined;
}
interface Props extends ProposalFormState {
  readonly c: CentreContext<{ readonly proposalId: string }>;
  readonly file: ProposalFile;
  /** What of the card comes from elsewhere. */
  readonly inherited: InheritedFields | null;
}

/** What a provider proposes, field by field beside the card as it is now. */
export function ProposalPage({ c, file, inherited, accepted, note, fee, errors = [], problem }: Props) {
  const { proposal, service, conflicts } = file;
  const wrong = inWords('pl', errors, (field, code) =>
    code === 'note-needed' || code === 'nothing-accepted' ? t(`proposals.refused.${code}`) : feeErrors[`${field} ${code}`],
  );
  const fields = changedFieldsOf(proposal.changes);
  const shared = fields.filter((name) => inherited?.names.includes(name));
  const here = c.at(`/praca/uslugi/propozycje/${proposal.id}`);
  // The page itself leaves shared fields out, so it also says why.
  const shownNote = note ?? (shared.length > 0 ? t('proposals.sharedNote', { fields: shared.map(labelOf).join(', ') }) : '');
  const words = proposal.changes.feeText?.after ?? null;
  const isFeeDoubtful = proposal.changes.feeText !== undefined && doubtsOfFee({ ...service.fee, text: words }).length > 0;
  return (
    <StaffPage
      c={c as unknown as CentreContext}
      title={`${t('proposals.title')}: ${service.name}`}
      hasErrors={wrong.length > 0}
      crumbs={[
        { label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') },
        { label: t('proposals.title'), href: c.at('/praca/uslugi/propozycje') },
        { label: service.name },
      ]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        {proposal.state === 'waiting' || (note ?? '').trim() === '' ? null : (
          <Card level={2} title={t('proposals.noteNotSent')}>
            {note}
          </Card>
        )}
        <div>
          <Heading level={1} caption={service.provider?.name ?? ''}>
            {service.name}
          </Heading>
          <Paragraph>
            <StateTag state={proposal.state} />{' '}
            {t('proposals.from', { name: proposal.proposedByName ?? '–', date: formatInstant(proposal.proposedAt) })}
          </Paragraph>
          <Link href={c.at(`/praca/uslugi/${service.id}`)}>{t('nav.card')}</Link>
        </div>
        {proposal.message === null ? null : (
          <Card level={2} title={t('proposals.message')}>
            {proposal.message}
          </Card>
        )}
        {fields.length === 0 ? <Notice>{t('proposals.confirmText')}</Notice> : null}
        {shared.length === 0 || proposal.state !== 'waiting' ? null : (
          <Notice tone="warning" title={inherited?.source ?? ''}>
            {t('proposals.sharedText', { fields: shared.map(labelOf).join(', ') })}
          </Notice>
        )}
        {conflicts.length === 0 || proposal.state !== 'waiting' ? null : (
          <Notice tone="warning" title={t('proposals.conflict')}>
            {t('proposals.conflictText', { fields: conflicts.map(labelOf).join(', ') })}
          </Notice>
        )}
        {changesInWords(proposal.changes, ownFieldsOf(service)).map((each) => (
          <Card level={2} title={each.label}>
            <TextDiff before={each.before} after={each.after} />
          </Card>
        ))}
        {proposal.state === 'waiting' ? (
          <Form
            action={here}
            idempotencyKey={c.submissionKey()}
            hidden={{ wersja: String(proposal.version), karta: String(service.version) }}
            label={t('proposals.accept')}
          >
            {fields.length === 0 ? null : (
              <CheckboxGroup
                name="pola"
                label={t('proposals.accept')}
                required={false}
                error={errorOf(wrong, 'pola')}
                values={accepted ?? fields.filter((name) => !conflicts.includes(name) && !shared.includes(name))}
                choices={fields.map((name) => ({ value: name, label: labelOf(name) }))}
              />
            )}
            {isFeeDoubtful ? (
              <FieldGroup legend={t('proposals.fee')} allOptional>
                <Paragraph>{t('proposals.feeText')}</Paragraph>
                <FeeFields
                  field={(name) => ({
                    name,
                    label: editor(`editor.${name as 'name'}`),
                    value: (fee ?? typedFee(feeOfWords(service.fee, words))).get(name),
                    error: errorOf(wrong, name),
                    required: false,
                  })}
                />
              </FieldGroup>
            ) : null}
            <TextArea
              name="uwaga"
              label={t('proposals.note')}
              hint={t('proposals.noteHint')}
              required={false}
              value={shownNote}
              error={errorOf(wrong, 'uwaga')}
              rows={3}
              limit={2000}
            />
            <FormActions>
              <Row>
                <Button type="submit" name="co" value="zatwierdz">
                  {fields.length === 0 ? t('proposals.confirm') : t('proposals.approve')}
                </Button>
                <Button type="submit" name="co" value="odeslij" variant="secondary">
                  {t('proposals.return')}
                </Button>
              </Row>
            </FormActions>
          </Form>
        ) : proposal.note === null ? null : (
          <Card level={2} title={t('proposals.note')}>
            {proposal.note}
          </Card>
        )}
      </Stack>
    </StaffPage>
  );
}
