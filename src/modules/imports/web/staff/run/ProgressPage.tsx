import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, Form, Heading, Lead, LinkButton, LivePart, Notice, PageHeader, Paragraph, ProgressBar, Row, Stack } from '#ui/index.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';
import type { HowFar } from '../../../usecases/runs.ts';

const t = importTexts.in('pl');

interface Props {
  readonly c: CentreContext<object>;
  readonly run: Run;
  readonly progress: HowFar;
}

/** How far the work on a file has come. Without scripts the page is asked for again by itself; with them the bar moves. */
export function ProgressPage({ c, run, progress }: Props) {
  const { done, total, hasFailed, isStalled } = progress;
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  const state = run.state as 'checking' | 'importing' | 'undoing';
  // The last step is the end of the transaction, which no bar can see.
  const percent = total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
  return (
    <StaffPage
      c={c as CentreContext}
      title={t(`progress.${state}`)}
      width="narrow"
      crumbs={[
        { label: t('services'), href: c.at('/praca/uslugi') },
        { label: t('title'), href: c.at('/praca/uslugi/import') },
        { label: run.fileName },
      ]}
    >
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1} caption={run.fileName}>
            {t(`progress.${state}`)}
          </Heading>
          <Lead>{t(`progress.${state}Lead`)}</Lead>
        </PageHeader>
        <LivePart>
          <Stack>
            <ProgressBar
              label={t(`progress.${state}`)}
              value={percent}
              max={100}
              text={total === 0 ? t('progress.waiting') : t('progress.percent', { percent })}
            />
            {isStalled ? (
              <>
                <Notice tone="warning">{t(hasFailed ? 'progress.failed' : 'progress.stalled')}</Notice>
                <Form action={`${here}/wznow`} idempotencyKey={c.submissionKey()} label={t('progress.resume')}>
                  <Button type="submit" variant="secondary">
                    {t('progress.resume')}
                  </Button>
                </Form>
              </>
            ) : null}
          </Stack>
        </LivePart>
        <Paragraph muted>{t('progress.leave')}</Paragraph>
        <Row>
          <LinkButton href={here} variant="tertiary">
            {t('progress.refresh')}
          </LinkButton>
        </Row>
      </Stack>
    </StaffPage>
  );
}
