import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  List,
  Notice,
  Paragraph,
  Stack,
  Tag,
  TextArea,
  TextDiff,
} from '#ui/index.ts';
import { followingOf } from '../../../domain/template.ts';
import type { UsageRow } from '../../../store/tables.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { templateFields } from '../../../usecases/editions.ts';
import type { PublishRefusal, TemplateFile } from '../../../usecases/writeTemplates.ts';
import { dayOf } from '../dayOf.ts';
import { inWordsOf, labelOf } from '../fieldWords.ts';
import { listCrumb, TemplateNav } from './TemplateNav.tsx';

const t = templateTexts.in('pl');
interface Props {
  readonly c: CentreContext;
  readonly file: TemplateFile;
  /** Which centres have it, in counts. */
  readonly usage: readonly UsageRow[];
  readonly note?: string;
  readonly errors?: readonly FieldError[];
  readonly problem?: PublishRefusal;
  /** It was published before it could be removed. */
  readonly isLate?: boolean;
}

/** The working text beside what others have read last, and handing it down. */
export function PublishPage({ c, file, usage, note = '', errors = [], problem, isLate = false }: Props) {
  const { template, published, newest, isChanged } = file;
  const here = c.at(`/praca/wzory/${template.id}`);
  const isOffered = published !== undefined && published.withdrawnAt === null;
  const next = (published?.number ?? 0) + 1;
  const wrong = inWords('pl', errors, (field, code) => (field === 'uwaga' && code === 'required' ? t('publish.noteMissing') : undefined));
  const mayPublish = template.governed.length > 0 && (isChanged || !isOffered);
  return (
    <StaffPage
      c={c}
      title={`${t('publish.title')}: ${template.name}`}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[listCrumb(c), { label: template.name, href: here }, { label: t('publish.title') }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <Heading level={1} caption={template.name}>
          {t('publish.title')}
        </Heading>
        <TemplateNav c={c} templateId={template.id} current="publish" />
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {t(`publish.refused.${problem}`)}
          </Notice>
        )}
        {isLate ? (
          <Notice tone="warning" live>
            {t('remove.late')}
          </Notice>
        ) : null}
        {published?.withdrawnAt ? <Notice>{t('publish.isWithdrawn', { date: dayOf(published.withdrawnAt) })}</Notice> : null}
        <Lead>{leadOf(c, file)}</Lead>
        {template.governed.length === 0 ? <Notice tone="warning">{t('publish.nothingCommon')}</Notice> : null}
        {newest && newest.name !== template.name ? (
          <Card level={2} title={t('publish.nameLabel')}>
            <TextDiff before={newest.name} after={template.name} />
          </Card>
        ) : null}
        <Differences file={file} />
        {mayPublish && published ? (
          <Card level={2} title={t('publish.reach')} tone="tinted">
            <Paragraph>{reachOf(usage)}</Paragraph>
            <Following usage={usage} file={file} />
          </Card>
        ) : null}
        {mayPublish ? (
          <Form action={`${here}/publikacja`} idempotencyKey={c.submissionKey()} version={template.version} label={t('publish.title')}>
            <TextArea
              name="uwaga"
              label={t('publish.note')}
              hint={t('publish.noteHint')}
              required={newest !== undefined}
              value={note}
              error={errorOf(wrong, 'uwaga')}
              rows={3}
              limit={1000}
            />
            <FormActions>
              <Button type="submit">{t('publish.submit', { number: next })}</Button>
            </FormActions>
          </Form>
        ) : null}
        {published ? (
          <Details summary={t(isOffered ? 'publish.withdrawTitle' : 'publish.offerAgain')}>
            <Form
              action={`${here}/${isOffered ? 'wycofaj' : 'udostepnij'}`}
              idempotencyKey={c.submissionKey()}
              label={t('publish.withdraw')}
            >
              {isOffered ? <Paragraph small>{t('publish.withdrawText')}</Paragraph> : null}
              <Button type="submit" variant={isOffered ? 'danger' : 'secondary'}>
                {t(isOffered ? 'publish.withdraw' : 'publish.offerAgain')}
              </Button>
            </Form>
          </Details>
        ) : (
          <Form action={`${here}/usun`} idempotencyKey={c.submissionKey()} version={template.version} label={t('remove.submit')}>
            <Paragraph small>{t('remove.text')}</Paragraph>
            <Button type="submit" variant="secondary">
              {t('remove.submit')}
            </Button>
          </Form>
        )}
      </Stack>
    </StaffPage>
  );
}

function reachOf(usage: readonly UsageRow[]): string {
  const services = usage.reduce((total, each) => total + each.services, 0);
  const centres = usage.filter((each) => each.services > 0).length;
  const [newest] = usage.map(({ countedAt }) => countedAt).toSorted((one, other) => Temporal.Instant.compare(other, one));
  if (services === 0 || !newest) return t('publish.reachNobody');
  return t('publish.reachText', {
    services: t('write.services', { count: services }),
    centres: t('write.centres', { count: centres }),
    date: dayOf(newest),
  });
}

/** How many services take the next edition by themselves and how many ask: counts that centres told, never which. */
function Following({ usage, file: { template, newest } }: Pick<Props, 'usage' | 'file'>) {
  const sum = (of: (each: UsageRow) => number) => usage.reduce((total, each) => total + of(each), 0);
  const services = sum((each) => each.services);
  if (newest === undefined || services === 0) return null;
  if (usage.some((each) => each.services > 0 && each.following === null)) return <Paragraph>{t('publish.followUncounted')}</Paragraph>;
  const following = sum((each) => each.following ?? 0);
  const kind = followingOf(newest, { ...template, number: newest.number + 1 });
  const ready = kind === 'decided' ? 0 : following;
  return (
    <>
      <List
        items={[
          t(kind === 'some' ? 'publish.followAtMost' : 'publish.follow', { count: ready }),
          t(kind === 'some' ? 'publish.askAtLeast' : 'publish.ask', { count: services - ready }),
        ]}
      />
      {kind === 'all' || following === 0 ? null : <Paragraph small>{t(`publish.why.${kind}`)}</Paragraph>}
    </>
  );
}

function leadOf(c: CentreContext, { published, isChanged }: TemplateFile): string {
  if (!published) return t(c.centre.kind === 'regionalOffice' ? 'publish.first' : 'publish.firstOwn');
  return t(isChanged ? 'publish.next' : 'publish.same', { number: published.number });
}

function Differences({ file: { template, newest } }: { readonly file: TemplateFile }) {
  const isCommon = (text: { readonly governed: readonly string[] } | undefined, name: string) => text?.governed.includes(name) ?? false;
  return templateFields.map((name) => {
    const before = newest ? inWordsOf(name, newest.fields) : '';
    const after = inWordsOf(name, template.fields);
    const was = isCommon(newest, name);
    const is = isCommon(template, name);
    if (before === after && (newest === undefined || was === is)) return null;
    return (
      <Card level={2} title={labelOf(name)}>
        {newest && was !== is ? (
          <Tag tone={is ? 'info' : 'warning'}>{t(is ? 'publish.becomesCommon' : 'publish.becomesLocal')}</Tag>
        ) : is ? null : (
          <Tag>{t('publish.isHint')}</Tag>
        )}
        <TextDiff before={before} after={after} />
      </Card>
    );
  });
}
