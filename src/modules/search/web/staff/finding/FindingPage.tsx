import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  ConflictNotice,
  Details,
  ErrorSummary,
  errorOf,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  Lead,
  Notice,
  Stack,
} from '#ui/index.ts';
import { asHeading, getArea, ServiceNav } from '#modules/catalogue/index.ts';
import type { Need } from '../../../domain/needs.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { listKinds, listNeeds } from '../../../understandNeeds.ts';
import type { ServiceFinding } from '../../../usecases/serviceFinding.ts';
import { LongList } from '../LongList.tsx';
import { EverydayNames } from './EverydayNames.tsx';
import { FindingHistory } from './FindingHistory.tsx';
import { kindNames, needNames } from './names.ts';

const t = searchStaffTexts.in('pl');
const examplesShown = 2;

interface Props {
  readonly c: CentreContext;
  readonly found: ServiceFinding;
  readonly typed: FormFields;
  /** The version that the editor saw, where it may be older than what was found. */
  readonly version?: number;
  readonly errors?: readonly FieldError[] | undefined;
  /** The words of a refusal about kinds. */
  readonly refused?: string | undefined;
  /** What somebody else saved meanwhile. */
  readonly theirs?: FormFields | undefined;
}

/** By what residents find a service: what it is called, what kind of help it is, and for which needs it is shown. */
export function FindingPage({ c, found, typed, version = found.version, errors = [], refused, theirs }: Props) {
  const { service } = found;
  const here = c.at(`/praca/uslugi/${service.id}/szukanie`);
  const wrong = [
    ...inWords('pl', errors, (_, code) => (code === 'choose-one' ? t('finding.unknown') : undefined)),
    ...refusedKinds(refused),
  ];
  return (
    <StaffPage
      c={c}
      title={`${t('finding.title')}: ${service.name}`}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[
        { label: t('finding.list'), href: c.at('/praca/uslugi') },
        { label: service.name, href: c.at(`/praca/uslugi/${service.id}`) },
        { label: t('finding.title') },
      ]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <Heading level={1} caption={service.name}>
          {t('finding.title')}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} />
        <Lead>{t('finding.lead')}</Lead>
        {theirs ? <ConflictNotice fields={compared(typed, theirs)} /> : null}
        <EverydayNames c={c} found={found} />
        {found.kinds.length === 0 ? <Notice tone="warning">{t('finding.noKinds')}</Notice> : null}
        <Form action={here} idempotencyKey={c.submissionKey()} version={version} label={t('finding.title')}>
          <FieldGroup legend={t('finding.kinds')}>
            <Kinds found={found} typed={typed} error={errorOf(wrong, 'kinds')} />
            <LongList
              here={here}
              name="addedKind"
              label={t('finding.addKind')}
              hint={t('finding.addKindHint')}
              filterLabel={t('list.kinds')}
              typed={typed}
              error={errorOf(wrong, 'addedKind')}
              empty={t('finding.none')}
              options={kindOptions(found)}
            />
          </FieldGroup>
          <FieldGroup legend={t('finding.whoSees')}>
            <Needs found={found} typed={typed} />
            <LongList
              here={here}
              name="addedNeed"
              label={t('finding.addNeed')}
              hint={t('finding.addNeedHint')}
              filterLabel={t('list.needs')}
              typed={typed}
              error={errorOf(wrong, 'addedNeed')}
              empty={t('finding.none')}
              options={needOptions(found)}
            />
          </FieldGroup>
          <FormActions>
            <Button type="submit">{t('finding.save')}</Button>
          </FormActions>
        </Form>
        <FindingHistory c={c} found={found} />
      </Stack>
    </StaffPage>
  );
}

const refusedKinds = (message: string | undefined) => (message === undefined ? [] : [{ field: 'kinds', message }]);

function compared(mine: FormFields, theirs: FormFields) {
  const needs = (fields: FormFields) => [...fields.all('needs'), ...fields.all('alternatives')];
  return [
    { label: t('finding.kinds'), mine: kindNames(mine.all('kinds')), theirs: kindNames(theirs.all('kinds')) },
    { label: t('finding.needs'), mine: needNames(needs(mine)), theirs: needNames(needs(theirs)) },
  ];
}

interface PartProps {
  readonly found: ServiceFinding;
  readonly typed: FormFields;
}

function Kinds({ found: { kinds, told, suggested }, typed, error }: PartProps & { readonly error: string | undefined }) {
  const offered = [...new Set([...kinds, ...told, ...suggested, ...typed.all('kinds')])];
  const choices = listKinds()
    .filter(({ id }) => offered.includes(id))
    .toSorted((a, b) => offered.indexOf(a.id) - offered.indexOf(b.id))
    .map(({ id, name }) => ({
      value: id,
      label: name,
      ...(told.includes(id)
        ? { hint: t('finding.told') }
        : suggested.includes(id) && !kinds.includes(id)
          ? { hint: t('finding.suggested') }
          : {}),
    }));
  if (choices.length === 0) return null;
  return (
    <CheckboxGroup
      name="kinds"
      label={t('finding.kindsChosen')}
      hint={t('finding.kindsHint')}
      choices={choices}
      values={typed.all('kinds')}
      error={error}
      required={false}
    />
  );
}

function Needs({ found: { ofKinds, tied }, typed }: PartProps) {
  const first = [
    ...tied.map((need) => ({ need, isTied: true })),
    ...ofKinds.filter(({ isJustThat }) => isJustThat).map(({ need }) => ({ need })),
  ];
  const others = ofKinds.filter(({ isJustThat }) => !isJustThat);
  const choice = ({ need, isTied = false }: { need: Need; isTied?: boolean }) => ({
    value: need.id,
    label: need.name,
    hint: [
      ...(isTied ? [t('finding.tied')] : []),
      t('finding.example', { words: need.utterances.slice(0, examplesShown).join('”, „') }),
    ].join(', '),
  });
  return (
    <>
      {first.length === 0 ? null : (
        <CheckboxGroup
          name="needs"
          label={t('finding.needs')}
          hint={t('finding.needsHint')}
          choices={first.map(choice)}
          values={typed.all('needs')}
          required={false}
        />
      )}
      {others.length === 0 ? null : (
        <Details summary={`${t('finding.alternatives')} (${others.length})`}>
          <CheckboxGroup
            name="alternatives"
            label={t('finding.alternatives')}
            hint={t('finding.alternativesHint')}
            choices={others.map(choice)}
            values={typed.all('alternatives')}
            required={false}
          />
        </Details>
      )}
    </>
  );
}

const inArea = (area: number) => asHeading(getArea(area).name, 'pl');
const kindOptions = ({ kinds, told, suggested }: ServiceFinding) =>
  listKinds()
    .filter(({ id }) => ![...kinds, ...told, ...suggested].includes(id))
    .toSorted((a, b) => a.area - b.area || a.name.localeCompare(b.name, 'pl'))
    .map(({ id, name, area }) => ({ value: id, label: name, group: inArea(area) }));
const needOptions = ({ ofKinds, tied }: ServiceFinding) => {
  const shown = new Set([...ofKinds.map(({ need }) => need.id), ...tied.map(({ id }) => id)]);
  return listNeeds()
    .filter(({ id }) => !shown.has(id))
    .toSorted((a, b) => (a.areas[0] ?? 0) - (b.areas[0] ?? 0) || a.name.localeCompare(b.name, 'pl'))
    .map(({ id, name, areas, utterances }) => ({ value: id, label: name, group: inArea(areas[0] ?? 14), more: utterances }));
};
