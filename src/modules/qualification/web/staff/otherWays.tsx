import { draftAddress, type FormFields, type PageContext } from '#platform/http/index.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  Details,
  errorOf,
  Form,
  FormActions,
  Paragraph,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import type { CaseView } from '#modules/cases/index.ts';
import type { ConditionCheck } from '#modules/eligibility/index.ts';
import { refusalReasonCodes } from '../../domain/outcome.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { currentConsent } from '../../usecases/decideService.ts';
import { recipients } from './qualifyForms.ts';

const t = qualificationTexts.in('pl');

interface Props {
  readonly c: PageContext;
  readonly view: CaseView;
  /** Address of the page about this service. */
  readonly own: string;
  readonly isPending: boolean;
  readonly isWaiting: boolean;
  readonly commands: ReadonlySet<string>;
  /** The version of the case that the forms go on from. */
  readonly version: number;
  readonly checks: readonly ConditionCheck[];
  readonly typed: FormFields;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** Refusing, passing on and giving up: needed more rarely, so folded. */
export function OtherWays({ c, view, own, isPending, isWaiting, commands, version, checks, typed, errors }: Props) {
  const wrong = (...names: string[]) =>
    errors.some(({ field }) => names.some((name) => field.startsWith(name))) ||
    typed.names().some((field) => names.some((name) => field.startsWith(name)) && typed.get(field).trim() !== '');
  const optional = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name), required: false });
  const consent = currentConsent(view);
  // What the rules say against is ticked beforehand, so that nothing is forgotten.
  const proposed = checks.flatMap(({ outcome, condition }) =>
    outcome === 'notMet' ? [condition.kind === 'residesInArea' ? 'notResident' : 'conditionsNotMet'] : [],
  );
  return (
    <Stack>
      {isPending && view.state.assessment && commands.has('proposeRefusal') ? (
        <Details summary={t('page.refusal')} open={wrong('reasons', 'words-')}>
          <Paragraph>{t('page.refusalLead')}</Paragraph>
          <Form action={`${own}/odmowa`} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(`${own}/odmowa`)}>
            <CheckboxGroup
              name="reasons"
              label={t('page.reasons')}
              error={errorOf(errors, 'reasons')}
              values={typed.has('reasons') ? typed.all('reasons') : proposed}
              choices={refusalReasonCodes.map((code) => ({
                value: code,
                label: t(`refusalReason.${code}`),
                reveals: (
                  <TextArea
                    {...optional(`words-${code}`)}
                    label={t('page.reasonWords', { reason: t(`refusalReason.${code}`) })}
                    rows={3}
                    limit={5000}
                  />
                ),
              }))}
            />
            <FormActions>
              <Button type="submit" variant="danger">
                {t('page.propose')}
              </Button>
            </FormActions>
          </Form>
        </Details>
      ) : null}
      {isPending && commands.has('forward') ? (
        <Details summary={t('page.forward')} open={wrong('recipient', 'forwardNote', 'consentOn')}>
          <Paragraph>{t('page.forwardLead')}</Paragraph>
          <Form action={`${own}/przekaz`} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(`${own}/przekaz`)}>
            <RadioGroup
              name="recipient"
              label={t('page.recipient')}
              value={typed.get('recipient')}
              error={errorOf(errors, 'recipient')}
              choices={recipients.map((value) => ({ value, label: t(`page.recipients.${value}`) }))}
            />
            <TextField
              name="recipientName"
              label={t('page.recipientName')}
              value={typed.get('recipientName')}
              error={errorOf(errors, 'recipientName')}
              maxlength={300}
            />
            <TextArea {...optional('forwardNote')} label={t('page.forwardNote')} rows={3} limit={5000} />
            {consent ? (
              <Paragraph>{t('page.consentThere', { date: formatDate(Temporal.PlainDate.from(consent.givenOn)) })}</Paragraph>
            ) : (
              <DateField {...optional('consentOn')} required label={t('page.consentOn')} hint={t('page.consentHint')} />
            )}
            <FormActions>
              <Button type="submit">{t('page.forwardSend')}</Button>
            </FormActions>
          </Form>
        </Details>
      ) : null}
      {(isPending || isWaiting) && commands.has('withdrawService') ? (
        <Details summary={t('page.withdraw')} open={wrong('withdrawNote')}>
          <Form
            action={`${own}/rezygnacja`}
            idempotencyKey={c.submissionKey()}
            version={version}
            autosave={draftAddress(`${own}/rezygnacja`)}
          >
            <TextArea {...optional('withdrawNote')} label={t('page.withdrawNote')} rows={2} limit={2000} />
            <FormActions>
              <Button type="submit" variant="danger">
                {t('page.withdrawSend')}
              </Button>
            </FormActions>
          </Form>
        </Details>
      ) : null}
    </Stack>
  );
}
