import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  Form,
  FormActions,
  Heading,
  Lead,
  LinkButton,
  List,
  Notice,
  PageHeader,
  Paragraph,
  Stack,
} from '#ui/index.ts';
import { importTexts } from '../../../texts/staff.ts';
import type { UndoPlan } from '../../../usecases/decide.ts';

const t = importTexts.in('pl');
const mostShown = 300;

/** What taking a file back would do, and what stays unless it is chosen. */
export function UndoPage({ c, plan }: { c: CentreContext<object>; plan: UndoPlan }) {
  const { run, removed, restored, left, companionsLeft, isOfCompanions } = plan;
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  const choosable = left.filter(({ because }) => because !== 'gone');
  const counts = [
    ...(removed > 0 ? [t(isOfCompanions ? 'undo.companionsRemoved' : 'undo.removed', { count: removed })] : []),
    ...(restored > 0 ? [t(isOfCompanions ? 'undo.companionsRestored' : 'undo.restored', { count: restored })] : []),
    ...(companionsLeft > 0 ? [t('undo.companionsLeft', { count: companionsLeft })] : []),
  ];
  return (
    <StaffPage
      c={c as CentreContext}
      title={t('undo.title')}
      width="narrow"
      crumbs={[
        { label: t('services'), href: c.at('/praca/uslugi') },
        { label: t('title'), href: c.at('/praca/uslugi/import') },
        { label: run.fileName, href: here },
        { label: t('undo.title') },
      ]}
    >
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1} caption={run.fileName}>
            {t('undo.title')}
          </Heading>
          <Lead>{t('undo.lead')}</Lead>
        </PageHeader>
        {counts.length > 0 ? <List items={counts} /> : <Notice>{t('undo.nothing')}</Notice>}
        <Form action={`${here}/cofnij`} idempotencyKey={c.submissionKey()} label={t('undo.title')}>
          {choosable.length === 0 ? null : (
            <CheckboxGroup
              name="chosen"
              label={t('undo.left')}
              hint={t('undo.leftHint')}
              required={false}
              values={[]}
              choices={choosable
                .slice(0, mostShown)
                .map(({ id, name, because }) => ({ value: id, label: name, hint: t(`undo.because.${because}`) }))}
            />
          )}
          {choosable.length > mostShown ? <Paragraph muted>{t('undo.moreLeft', { count: mostShown })}</Paragraph> : null}
          <FormActions>
            <Button type="submit" variant="danger">
              {t('undo.submit')}
            </Button>
            <LinkButton href={here} variant="secondary">
              {t('undo.back')}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
