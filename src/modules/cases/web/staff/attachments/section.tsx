import type { Child } from 'hono/jsx';
import { rolesOf } from '#shared/actor.ts';
import { formatInstant } from '#shared/polishDate.ts';
import type { CentreScope, PageContext } from '#platform/http/index.ts';
import { isPicture, kindInWords, listAttachments, sizeInWords, type CaseAttachment } from '#platform/files/index.ts';
import type { CaseSection } from '#platform/module.ts';
import { Button, FileList, Form, FormActions, Link, LinkButton, Paragraph, Stack, Tag, VisuallyHidden } from '#ui/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { isInIntake, mayAddAttachments, mayOpenAttachment, mayReadCases, mayWithdrawAttachment } from '../../../policy.ts';
import { caseStaffTexts } from '../../../texts/index.ts';
import { getCase } from '../../../usecases/actOnCase.ts';

const t = caseStaffTexts.in('pl');

/** Files of a case that wait for somebody to look at them. */
export const isNews = (file: CaseAttachment): boolean => file.cameLater && file.reviewedAt === null && file.withdrawal === null;

/** Files attached to a case: who sent each, and what may be done with it. */
export const attachmentSection: CaseSection = {
  key: 'zalaczniki',
  audience: 'staff',
  order: 12,
  may: mayReadCases,
  title: () => t('attach.section'),
  render: draw,
};

async function draw(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null> {
  const files = await listAttachments(scope, caseId);
  const mayAdd = mayAddAttachments.allows(c.actor).allowed;
  if (files.length === 0 && !mayAdd) return null;
  const { record } = await getCase(scope, caseId);
  const names = await findUserNames(scope, [
    ...new Set(files.flatMap((each) => [each.addedBy, each.reviewedBy, each.withdrawal?.withdrawnBy ?? null].flatMap((id) => id ?? []))),
  ]);
  const at = `/praca/sprawy/${caseId}/zalaczniki`;
  const news = files.filter(isNews);
  const inQuestion = (file: CaseAttachment) => ({
    addedBy: file.addedBy,
    isWithdrawn: file.withdrawal !== null,
    isInIntake: isInIntake(record.status),
  });
  const line = (file: CaseAttachment) => {
    const mayOpen = mayOpenAttachment(c.actor, inQuestion(file)).allowed;
    const mayWithdraw = mayWithdrawAttachment(c.actor, inQuestion(file)).allowed;
    const address = c.at(`${at}/${file.id}`);
    const of = <VisuallyHidden> {file.name}</VisuallyHidden>;
    return {
      name: (
        <>
          {file.withdrawal ? <s>{file.name}</s> : file.name} {isNews(file) ? <Tag tone="info">{t('attach.new')}</Tag> : null}
          {file.withdrawal ? <Tag>{t('attach.withdrawn')}</Tag> : null}
        </>
      ),
      about: aboutOf(file, names),
      action:
        mayOpen || mayWithdraw ? (
          <>
            {mayOpen && isPicture(file.contentType) ? (
              <Link href={`${address}?pokaz=1`}>
                {t('attach.show')}
                {of}
              </Link>
            ) : null}
            {mayOpen ? (
              <Link href={address}>
                {t('attach.download')}
                {of}
              </Link>
            ) : null}
            {mayWithdraw ? (
              <Link href={`${address}/wycofaj`}>
                {t('attach.withdraw')}
                {of}
              </Link>
            ) : null}
          </>
        ) : null,
    };
  };
  const isClosedToActor = files.some((each) => !each.withdrawal && !mayOpenAttachment(c.actor, inQuestion(each)).allowed);
  return (
    <Stack>
      {files.length === 0 ? <Paragraph>{t('attach.none')}</Paragraph> : <FileList label={t('attach.section')} files={files.map(line)} />}
      {isClosedToActor && rolesOf(c.actor).includes('frontDesk') ? <Paragraph muted>{t('attach.closedToDesk')}</Paragraph> : null}
      {news.length > 0 && mayAdd ? (
        <Form action={c.at(`${at}/przejrzane`)} idempotencyKey={c.submissionKey()} hidden={{ seen: news.map((each) => each.id).join(' ') }}>
          <FormActions>
            <Button variant="secondary">{t('attach.reviewed')}</Button>
          </FormActions>
        </Form>
      ) : null}
      {mayAdd ? (
        <div>
          <LinkButton href={c.at(at)} variant="secondary">
            {t('attach.add')}
          </LinkButton>
        </div>
      ) : null}
    </Stack>
  );
}

/** Kind and size, who sent it and when, and what became of it. */
function aboutOf(file: CaseAttachment, names: ReadonlyMap<string, string>): Child {
  const who = (id: string) => names.get(id) ?? t('attach.somebody');
  const from = file.addedBy ? who(file.addedBy) : t(file.cameLater ? 'attach.byResidentLater' : 'attach.byResident');
  const lines = [
    `${kindInWords(file.contentType, 'pl')}, ${sizeInWords(file.size, 'pl')}`,
    `${from}, ${formatInstant(file.createdAt)}`,
    ...(file.reviewedAt && file.reviewedBy
      ? [t('attach.reviewedBy', { name: who(file.reviewedBy), at: formatInstant(file.reviewedAt) })]
      : []),
    ...(file.withdrawal
      ? [
          t('attach.withdrawnBy', {
            name: who(file.withdrawal.withdrawnBy),
            at: formatInstant(file.withdrawal.withdrawnAt),
            reason: file.withdrawal.reason,
          }),
        ]
      : []),
  ];
  return (
    <>
      {lines.map((each) => (
        <div>{each}</div>
      ))}
    </>
  );
}
