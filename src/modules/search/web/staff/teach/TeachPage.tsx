import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  errorOf,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  List,
  Notice,
  Paragraph,
  SearchForm,
  Stack,
  TextField,
} from '#ui/index.ts';
import { asHeading, getArea, type CatalogueService } from '#modules/catalogue/index.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { listNeeds } from '../../../understandNeeds.ts';
import type { Tie } from '../../../usecases/teachSearch.ts';
import type { TriedSearch } from '../../../usecases/trySearch.ts';
import { LongList } from '../LongList.tsx';
import { longestWords } from './form.ts';
import { TriedSearchParts } from './TriedSearchParts.tsx';

const t = searchStaffTexts.in('pl');
export const teachPath = '/praca/szukane/naucz';
const ownWords: Readonly<Record<string, string>> = {
  'nothing-to-tie': t('teach.nothingToTie'),
  'says-too-little': t('teach.saysTooLittle'),
  personal: t('teach.personal'),
  'choose-one': t('teach.unknown'),
};
/** Services of the hits that are offered to be ticked. */
const offeredHits = 4;

interface Props {
  readonly c: CentreContext;
  /** What is being tried; empty at first. */
  readonly words: string;
  readonly tried: TriedSearch | undefined;
  /** Services to which these words are tied already. */
  readonly ties: readonly Tie[];
  readonly services: readonly CatalogueService[];
  readonly typed: FormFields;
  readonly errors?: readonly FieldError[];
}

/** Try a sentence, see what the search makes of it, and tell it what the words mean. */
export function TeachPage({ c, words, tried, ties, services, typed, errors = [] }: Props) {
  const wrong = inWords('pl', errors, (_, code) => ownWords[code]);
  const here = c.at(teachPath);
  const settles = typed.get('settles');
  return (
    <StaffPage
      c={c}
      title={t('teach.title')}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[{ label: t('nav'), href: c.at('/praca/szukane') }, { label: t('teach.title') }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <div>
          <Heading level={1}>{t('teach.title')}</Heading>
          <Lead>{t('teach.lead')}</Lead>
          <Paragraph>
            <Link href={c.at('/praca/szukane/nauczone')}>{t('teach.listLink')}</Link>
          </Paragraph>
        </div>
        <SearchForm
          action={here}
          value={words}
          look="large"
          label={t('teach.try')}
          submit={t('teach.tryButton')}
          hidden={settles === '' ? {} : { zalatwia: settles }}
        />
        {tried === undefined || ties.length === 0 ? null : (
          <Notice
            tone={ties.every(({ serviceId }) => placeOf(tried, serviceId) === 1) ? 'success' : 'warning'}
            title={t('teach.stands', { words })}
          >
            <List items={ties.map((tie) => standsInWords(tied(tried, tie)))} />
          </Notice>
        )}
        {tried === undefined ? null : <TriedSearchParts c={c} tried={tried} />}
        {words === '' && errors.length === 0 ? null : (
          <Form action={here} idempotencyKey={c.submissionKey()} hidden={{ settles }} label={t('teach.tie')}>
            <FieldGroup legend={t('teach.tie')}>
              <TextField
                name="words"
                label={t('teach.words')}
                hint={t('teach.wordsHint')}
                value={typed.get('words')}
                error={errorOf(wrong, 'words')}
                maxlength={longestWords}
                width="full"
              />
              <LongList
                here={here}
                name="need"
                label={t('teach.needField')}
                hint={t('teach.needHint')}
                filterLabel={t('list.needs')}
                typed={typed}
                error={errorOf(wrong, 'need')}
                empty={t('teach.none')}
                options={needOptions(tried)}
              />
              <Services here={here} tried={tried} services={services} typed={typed} error={errorOf(wrong, 'services')} />
            </FieldGroup>
            <FormActions>
              <Button type="submit">{t('teach.save')}</Button>
            </FormActions>
          </Form>
        )}
      </Stack>
    </StaffPage>
  );
}

/** Where a service stands among what is found, from 1; 0 when it is not among the first. */
const placeOf = (tried: TriedSearch, serviceId: string): number => tried.hits.findIndex(({ service }) => service.id === serviceId) + 1;
const tied = (tried: TriedSearch, tie: Tie) => ({ ...tie, place: placeOf(tried, tie.serviceId), first: tried.hits[0]?.service.name ?? '' });
function standsInWords({ name, place, first, isOffered, isOneWord }: ReturnType<typeof tied>): string {
  if (!isOffered) return t('teach.standsHidden', { name });
  if (place === 1) return t('teach.standsFirst', { name });
  const where = place === 0 ? t('teach.standsNowhere', { name }) : t('teach.standsLater', { name, place, first });
  return `${where} ${t(isOneWord ? 'teach.tooGeneral' : 'teach.sayMore')}`;
}

/** The likely needs first, then all by area. */
function needOptions(tried: TriedSearch | undefined) {
  const likely = (tried?.needs ?? []).map(({ need }) => ({ value: need.id, label: need.name, group: t('teach.understood') }));
  const others = listNeeds()
    .filter(({ id }) => !likely.some(({ value }) => value === id))
    .toSorted((a, b) => (a.areas[0] ?? 0) - (b.areas[0] ?? 0) || a.name.localeCompare(b.name, 'pl'))
    .map(({ id, name, areas, utterances }) => ({
      ...{ value: id, label: name, more: utterances },
      group: asHeading(getArea(areas[0] ?? 14).name, 'pl'),
    }));
  return [...likely, ...others];
}

interface ServicesProps extends Pick<Props, 'tried' | 'services' | 'typed'> {
  readonly here: string;
  readonly error: string | undefined;
}
function Services({ here, tried, services, typed, error }: ServicesProps) {
  const offered = (tried?.hits ?? []).slice(0, offeredHits).map(({ service }) => service);
  const others = services.filter(({ id }) => !offered.some((service) => service.id === id));
  return (
    <>
      {offered.length === 0 ? null : (
        <CheckboxGroup
          name="services"
          label={t('teach.services')}
          hint={t('teach.servicesHint')}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          values={typed.all('services')}
          error={error}
          required={false}
        />
      )}
      {others.length === 0 ? null : (
        <LongList
          here={here}
          name="otherService"
          filterLabel={t('list.services')}
          label={offered.length === 0 ? t('teach.services') : t('teach.otherService')}
          hint={offered.length === 0 ? t('teach.servicesHint') : undefined}
          typed={typed}
          empty={t('teach.none')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
