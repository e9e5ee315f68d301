import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Notice,
  Paragraph,
  Stack,
  Tag,
  TextArea,
  TextDiff,
} from '#ui/index.ts';
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
  readonly note?: string;
  readonly errors?: readonly FieldError[];
  readonly problem?: PublishRefusal;
  /** It was published before it could be removed. */
  readonly isLate?: boolean;
}

/** The working text beside what others have read last, and handing it down. */
export function PublishPage({ c, file, note = '', errors = [], problem, isLate = false }: Props) {
  const { template, published, newest, isChanged } = file;
  const here = c.at(`/praca/wzory/${template.id}`);
  const isOffered = published !== undefined && published.withdrawnAt === null;
  const next = (published?.number ?? 0) + 1;
  const wrong = inWords('pl', errors);
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
        {mayPublish ? (
          <Form action={`${here}/publikacja`} idempotencyKey={c.submissionKey()} version={template.version} label={t('publish.title')}>
            <TextArea
              name="uwaga"
              label={t('publish.note')}
              hint={t('publish.noteHint')}
              required={false}
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
          <Form action={`${here}/${isOffered ? 'wycofaj' : 'udostepnij'}`} idempotencyKey={c.submissionKey()} label={t('publish.withdraw')}>
            {isOffered ? <Paragraph small>{t('publish.withdrawText')}</Paragraph> : null}
            <Button type="submit" variant="secondary">
              {t(isOffered ? 'publish.withdraw' : 'publish.offerAgain')}
            </Button>
          </Form>
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
