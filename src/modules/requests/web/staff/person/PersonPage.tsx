import type { Child } from 'hono/jsx';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { Pesel } from '#shared/pesel.ts';
import type { CentreContext, FormFields } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Checkbox,
  comparedFields,
  ConflictNotice,
  ErrorSummary,
  errorOf,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  HiddenField,
  Lead,
  Link,
  List,
  Notice,
  Paragraph,
  Section,
  Stack,
  TextField,
  Timeline,
} from '#ui/index.ts';
import { fullName, identityFields, type LikelySame, type listCorrections } from '#modules/people/index.ts';
import { requestPersonTexts } from '../../../texts/index.ts';
import type { PersonOfCase } from '../../../usecases/correctPersonOfCase.ts';
import type { Mistake } from '../../form/mistakes.ts';
import { AddressFields, ContactFields, PersonFields } from '../../form/RequestFields.tsx';
import { contactWays, documentKinds } from '../../form/shapes.ts';
import { idsOf } from '../take/SamePerson.tsx';

const t = requestPersonTexts.in('pl');
type Corrections = Awaited<ReturnType<typeof listCorrections>>;

interface Props {
  readonly c: CentreContext;
  readonly of: PersonOfCase;
  readonly typed: FormFields;
  readonly errors?: readonly Mistake[];
  /** What somebody else saved meanwhile. */
  readonly theirs?: FormFields;
  /** Others in the register who resemble the person as they would now be written. */
  readonly same?: readonly LikelySame[];
  readonly corrections: Corrections;
  /** Names of staff by their ids. */
  readonly staff: ReadonlyMap<string, string>;
}

/** Where staff correct and complete the record of somebody whose case they work on. */
export function PersonPage({ c, of, typed, errors = [], theirs, same = [], corrections, staff }: Props) {
  const { person, view, isApplicant } = of;
  const { record } = view;
  const fields = Fields({ of, typed, errors });
  return (
    <StaffPage
      c={c}
      title={t('title')}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[{ label: record.number, href: c.at(`/praca/sprawy/${record.id}`) }, { label: t('title') }]}
    >
      <Stack gap="lg">
        <ErrorSummary errors={errors} />
        {theirs ? <ConflictNotice fields={comparedFields(fields, typed, theirs)} /> : null}
        <div>
          <Heading level={1} caption={fullName(person)}>
            {t('title')}
          </Heading>
          <Lead>{t(isApplicant ? 'leadApplicant' : 'lead')}</Lead>
        </div>
        {!isApplicant && !person.birthDate ? <Notice tone="warning">{t('noBirth')}</Notice> : null}
        <Form action={c.path} idempotencyKey={c.submissionKey()} version={person.version}>
          {same.length > 0 ? <Resembling c={c} same={same} typed={typed} errors={errors} /> : null}
          {fields}
          <FormActions>
            <Button>{t('save')}</Button>
            <Link href={c.at(`/praca/sprawy/${record.id}`)}>{t('back')}</Link>
          </FormActions>
        </Form>
        <Section labelledBy="poprawki">
          <Heading level={2} id="poprawki">
            {t('history')}
          </Heading>
          {corrections.length === 0 ? <Paragraph>{t('noHistory')}</Paragraph> : null}
          <Timeline
            entries={corrections.map(({ at, correctedBy, reason, before, after }) => ({
              at: formatInstant(at),
              atIso: at.toString(),
              title: t('corrected', { count: Object.keys(after).length }),
              who: staff.get(correctedBy) ?? t('formerStaff'),
              body: (
                <>
                  <List items={Object.keys(after).map((name) => changeInWords(name, before[name] ?? null, after[name] ?? null))} />
                  {reason ? <Paragraph muted>{t('knownFrom', { reason })}</Paragraph> : null}
                </>
              ),
            }))}
          />
        </Section>
      </Stack>
    </StaffPage>
  );
}

/** Called rather than drawn, so that two editors can be shown what differs field by field. */
function Fields({ of: { person }, typed, errors }: { of: PersonOfCase; typed: FormFields; errors: readonly Mistake[] }) {
  const parts = { lang: 'pl', typed, errors } as const;
  return (
    <>
      <FieldGroup legend={t('identity')}>
        {PersonFields({ ...parts, mayLackBirth: true, ...(person.pesel && { storedPesel: String(person.pesel) }) })}
        {person.pesel ? (
          <Checkbox
            name="removePesel"
            label={t('removePesel')}
            checked={typed.get('removePesel') !== ''}
            error={errorOf(errors, 'removePesel')}
            required={false}
          />
        ) : null}
        <TextField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          value={typed.get('reason')}
          error={errorOf(errors, 'reason')}
          required={false}
          autocomplete="off"
          width="full"
        />
      </FieldGroup>
      <FieldGroup legend={t('address')}>{AddressFields({ ...parts, atDesk: true })}</FieldGroup>
      <FieldGroup legend={t('contact')}>{ContactFields({ ...parts, atDesk: true, isRecord: true })}</FieldGroup>
    </>
  );
}

/** Asked once about the same people: what was typed may make one person out of two, or belong to somebody else. */
function Resembling({ c, same, typed, errors }: Required<Pick<Props, 'c' | 'same' | 'typed' | 'errors'>>) {
  return (
    <Notice tone="warning" title={t('same.title')} live>
      <HiddenField name="askedAbout" value={idsOf(same)} />
      <Paragraph>{t('same.lead')}</Paragraph>
      <List
        items={same.map(({ person }) => (
          <>
            {[fullName(person), person.birthDate ? formatDate(person.birthDate) : t('same.noBirth'), person.town]
              .filter(Boolean)
              .join(', ')}{' '}
            <Link href={c.at(`/praca/sprawy?${new URLSearchParams({ q: fullName(person) }).toString()}`)}>{t('same.cases')}</Link>
          </>
        ))}
      />
      <Checkbox name="isOther" label={t('same.other')} checked={typed.get('isOther') !== ''} error={errorOf(errors, 'isOther')} />
    </Notice>
  );
}

function changeInWords(name: string, before: string | null, after: string | null): Child {
  const label = t(`field.${name as 'givenName'}`);
  const shown = (value: string | null) => (value === null ? t('nothing') : valueInWords(name, value));
  return identityFields.includes(name) && before === null
    ? t('added', { label, after: shown(after) })
    : t('changed', { label, before: shown(before), after: shown(after) });
}
function valueInWords(name: string, value: string): string {
  if (name === 'birthDate') return formatDate(Temporal.PlainDate.from(value));
  if (name === 'documentKind') return documentKinds.some((kind) => kind === value) ? t(`kind.${value as 'passport'}`) : value;
  if (name === 'preferredContact') return contactWays.some((way) => way === value) ? t(`by.${value as 'phone'}`) : value;
  if (name === 'language') return t(`language.${value as 'pl'}`);
  if (name !== 'pesel') return value;
  const pesel = Pesel.parse(value);
  return pesel.ok ? String(pesel.value) : t('nothing');
}
