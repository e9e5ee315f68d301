import { dayOf } from '../dayOf.ts';
import { ServiceNav, type CatalogueService } from '#modules/catalogue/index.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CheckboxGroup,
  EmptyState,
  fieldId,
  Form,
  FormActions,
  Heading,
  Link,
  Notice,
  Paragraph,
  Section,
  SelectField,
  Stack,
  SummaryList,
  Table,
  Tag,
  TextDiff,
  VisuallyHidden,
} from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import type { AdoptRefusal, Standing } from '../../../usecases/adopt.ts';
import type { Comparison } from '../../../usecases/compareTie.ts';
import type { TemplateField } from '../../../usecases/editions.ts';
import { inWordsOf, labelOf } from '../fieldWords.ts';
import { ModeChoice } from '../offered/OfferedPage.tsx';
import { StandingTags } from '../offered/OfferedListPage.tsx';

const t = templateTexts.in('pl');
interface Props {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly standing: Standing | undefined;
  /** What adopting a template would change; absent when there is nothing to adopt. */
  readonly comparison: Comparison | undefined;
  readonly templates: readonly { readonly templateId: string; readonly name: string }[];
  readonly problem?: AdoptRefusal | undefined;
  /** Fields that were ticked to stay the centre's own, in a form that came back. */
  readonly kept?: readonly string[] | undefined;
}

/** What a service has of a template: what is inherited, what is its own, what a newer edition would change. */
export function ServiceTiePage({ c, service, standing, comparison, templates, problem, kept }: Props) {
  const here = c.at(`/praca/uslugi/${service.id}/wzor`);
  return (
    <StaffPage
      c={c}
      title={`${t('tie.title')}: ${service.name}`}
      width="narrow"
      crumbs={[
        { label: t('tie.services'), href: c.at('/praca/uslugi') },
        { label: service.name, href: c.at(`/praca/uslugi/${service.id}`) },
        { label: t('tie.title') },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={service.name}>
          {t('tie.title')}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} />
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {t(`tie.refused.${problem}`)}
          </Notice>
        )}
        {standing ? <StandingSummary c={c} standing={standing} comparison={comparison} /> : null}
        {standing || comparison ? null : <Choose here={here} templates={templates} />}
        {comparison ? <Adopt c={c} here={here} service={service} standing={standing} comparison={comparison} kept={kept} /> : null}
        {standing ? <FieldTable c={c} here={here} standing={standing} /> : null}
        {standing ? <Settings c={c} here={here} standing={standing} /> : null}
      </Stack>
    </StaffPage>
  );
}

function Choose({ here, templates }: { readonly here: string; readonly templates: Props['templates'] }) {
  if (templates.length === 0) return <EmptyState title={t('tie.noneTitle')}>{t('tie.noOffer')}</EmptyState>;
  return (
    <Section labelledBy="wybor">
      <Heading level={2} id="wybor">
        {t('tie.noneTitle')}
      </Heading>
      <Paragraph>{t('tie.noneText')}</Paragraph>
      <Form action={here} method="get" label={t('tie.noneTitle')}>
        <SelectField
          name="wzor"
          label={t('tie.choose')}
          options={templates.map(({ templateId, name }) => ({ value: templateId, label: name }))}
        />
        <FormActions>
          <Button type="submit">{t('tie.chooseNext')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function StandingSummary({ c, standing, comparison }: { c: CentreContext; standing: Standing; comparison: Comparison | undefined }) {
  const { adoption, drift, isBehind, isWithdrawn } = standing;
  const { published, edition } = adoption;
  const author = published.publisherId === c.centre.id ? t('offered.ownAuthor') : published.publisherName;
  const template = <Link href={c.at(`/praca/uslugi/wzory/${published.templateId}`)}>{edition.name}</Link>;
  return (
    <>
      <SummaryList
        rows={[
          { label: t('tie.from'), value: template },
          { label: t('offered.author'), value: author },
          { label: t('tie.had'), value: t('editions.of', { number: edition.number, date: dayOf(edition.publishedAt) }) },
          { label: t('tie.state'), value: <StandingTags standing={standing} /> },
        ]}
      />
      {isWithdrawn && published.withdrawnAt ? <Notice>{t('tie.withdrawnText', { date: dayOf(published.withdrawnAt) })}</Notice> : null}
      {isBehind ? (
        <Notice>
          <Paragraph>
            {t('tie.behindText', { had: edition.number, number: published.number, date: dayOf(published.publishedAt) })}
          </Paragraph>
          {comparison?.newest.note ? (
            <Paragraph>
              {t('tie.note')}: „{comparison.newest.note}”
            </Paragraph>
          ) : null}
          {comparison?.writesOver && adoption.followsItself ? (
            <Paragraph>{t('tie.localKept', { number: published.number })}</Paragraph>
          ) : null}
        </Notice>
      ) : null}
      {drift.length > 0 && !isWithdrawn ? (
        <Notice tone="warning">{t('tie.driftText', { fields: drift.map(labelOf).join(', ') })}</Notice>
      ) : null}
    </>
  );
}

interface AdoptProps {
  readonly c: CentreContext;
  readonly here: string;
  readonly service: CatalogueService;
  readonly standing: Standing | undefined;
  readonly comparison: Comparison;
  readonly kept: readonly string[] | undefined;
}
function Adopt({ c, here, service, standing, comparison, kept }: AdoptProps) {
  const { newest, card, changes, detached } = comparison;
  const isDriftOnly = standing !== undefined && !standing.isBehind;
  const submit = standing === undefined ? t('tie.attach') : isDriftOnly ? t('tie.returnTo') : t('tie.adopt', { number: newest.number });
  return (
    <Section labelledBy="roznice">
      <Heading level={2} id="roznice" {...(standing === undefined && { caption: newest.name })}>
        {t('tie.difference')}
      </Heading>
      <Stack>
        {changes.length === 0 ? <Paragraph>{t('tie.same')}</Paragraph> : null}
        {changes.map((name) => (
          <Card level={3} title={labelOf(name)}>
            <TextDiff before={inWordsOf(name, card)} after={inWordsOf(name, newest.fields)} />
          </Card>
        ))}
        <Form
          action={here}
          idempotencyKey={c.submissionKey()}
          version={service.version}
          hidden={{
            wzor: newest.templateId,
            numer: String(newest.number),
            powiazanie: String(standing?.adoption.version ?? 0),
            ...(standing && { sposob: standing.adoption.followsItself ? 'sam' : 'pytaj' }),
          }}
          label={submit}
        >
          {changes.length === 0 ? null : (
            <CheckboxGroup
              name="zostaw"
              label={t('tie.keep')}
              hint={t('tie.keepHint')}
              required={false}
              values={kept ?? []}
              choices={changes.map((name) => ({ value: name, label: labelOf(name) }))}
            />
          )}
          {detached.map((name) => (
            <input type="hidden" name="wlasne" value={name} />
          ))}
          {standing === undefined ? <ModeChoice value="sam" /> : null}
          <FormActions>
            <Button type="submit">{submit}</Button>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}

function FieldTable({ c, here, standing }: { readonly c: CentreContext; readonly here: string; readonly standing: Standing }) {
  const { adoption, isWithdrawn, isBehind, drift } = standing;
  const { edition, detached, version } = adoption;
  const isOwn = (name: TemplateField) => detached.includes(name);
  // Returning is a way of adopting: with a newer edition or drifted text it is done in the comparison above.
  const mayReturn = !isWithdrawn && !isBehind && drift.length === 0;
  return (
    <Section labelledBy="pola">
      <Heading level={2} id="pola">
        {t('tie.fields')}
      </Heading>
      <Paragraph>{t('tie.fieldsText')}</Paragraph>
      <Table<TemplateField>
        caption={t('tie.fields')}
        captionHidden
        rows={edition.governed}
        columns={[
          { key: 'field', label: t('tie.field'), rowHeader: true, cell: (name) => <span id={name}>{labelOf(name)}</span> },
          {
            key: 'whose',
            label: t('tie.whose'),
            cell: (name) => (isOwn(name) ? <Tag>{t('tie.ofCentre')}</Tag> : <Tag tone="info">{t('tie.ofTemplate')}</Tag>),
          },
          {
            key: 'act',
            label: t('tie.act'),
            cell: (name) => {
              if (isWithdrawn) return '–';
              if (isOwn(name))
                return mayReturn ? <Link href={`${here}?wroc=${name}`}>{t('tie.reattachOf', { field: labelOf(name) })}</Link> : '–';
              return (
                <Form action={`${here}/odlacz`} idempotencyKey={c.submissionKey()} hidden={{ pole: name, powiazanie: String(version) }}>
                  <Button type="submit" variant="tertiary" id={`${fieldId(name)}-odlacz`}>
                    {t('tie.detach')}
                    <VisuallyHidden>: {labelOf(name)}</VisuallyHidden>
                  </Button>
                </Form>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

function Settings({ c, here, standing }: { readonly c: CentreContext; readonly here: string; readonly standing: Standing }) {
  const { version, followsItself } = standing.adoption;
  const hidden = { powiazanie: String(version) };
  return (
    <>
      {standing.isWithdrawn ? null : (
        <Form action={`${here}/sposob`} idempotencyKey={c.submissionKey()} hidden={hidden} label={t('tie.mode')}>
          <ModeChoice value={followsItself ? 'sam' : 'pytaj'} />
          <FormActions>
            <Button type="submit" variant="secondary">
              {t('tie.modeSave')}
            </Button>
          </FormActions>
        </Form>
      )}
      <Form action={`${here}/rezygnacja`} idempotencyKey={c.submissionKey()} hidden={hidden} label={t('tie.leave')}>
        <Heading level={2} size="sm">
          {t('tie.leave')}
        </Heading>
        <Paragraph small>{t('tie.leaveText')}</Paragraph>
        <Button type="submit" variant="secondary">
          {t('tie.leave')}
        </Button>
      </Form>
    </>
  );
}
