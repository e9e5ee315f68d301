import { formatInstant } from '#shared/polishDate.ts';
import { PortalPage } from '#platform/html/index.ts';
import { auditsNothing, centreDoor, NotFound, page, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { defineTexts } from '#platform/i18n/index.ts';
import { Card, EmptyState, Heading, KeysetPager, Lead, Link, Stack } from '#ui/index.ts';
import { splitLinks } from '../letterAsHtml.ts';
import { listLetters, type Letter } from '../letterStore.ts';

const texts = defineTexts('demoMail', {
  pl: {
    title: 'Poczta pokazowa',
    lead: 'W wersji pokazowej listy nie wychodzą na zewnątrz. Tu widać, co by zostało wysłane. Odnośniki w listach działają.',
    empty: 'Nie ma jeszcze żadnego listu.',
    to: 'Do: {{to}} · {{at}}',
    waiting: 'czeka na wysłanie',
  },
  en: {
    title: 'Demonstration mail',
    lead: 'In the demonstration no letter leaves. Here is what would have been sent. The links in the letters work.',
    empty: 'There are no letters yet.',
    to: 'To: {{to}} · {{at}}',
    waiting: 'waiting to be sent',
  },
  uk: {
    title: 'Демонстраційна пошта',
    lead: 'У демонстраційній версії листи назовні не виходять. Тут видно, що було б надіслано. Посилання в листах діють.',
    empty: 'Листів ще немає.',
    to: 'Кому: {{to}} · {{at}}',
    waiting: 'чекає на надсилання',
  },
});

const pageLength = 20;

/** What a demonstration would have sent. Its people are invented, so there is nobody to protect. */
export const showDemoMail = centreDoor({
  method: 'GET',
  path: '/poczta-pokazowa',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => {
    if (!c.world.isDemo) throw new NotFound('demo mail');
    const after = c.query.get('po') ?? undefined;
    const letters = await listLetters(c.scope.tx, {
      after: after && /^[0-9a-f-]{36}$/.test(after) ? after : undefined,
      limit: pageLength + 1,
    });
    return page(<DemoMailPage c={c} letters={letters} />);
  },
});

function DemoMailPage({ c, letters }: { readonly c: CentreContext; readonly letters: readonly Letter[] }) {
  const t = texts.in(c.lang);
  const shown = letters.slice(0, pageLength);
  const next = letters.length > pageLength ? `${c.at('/poczta-pokazowa')}?po=${shown.at(-1)?.id ?? ''}` : undefined;
  return (
    <PortalPage c={c} title={t('title')} width="narrow">
      <Heading level={1}>{t('title')}</Heading>
      <Lead>{t('lead')}</Lead>
      {shown.length === 0 ? <EmptyState title={t('empty')} /> : null}
      <Stack>
        {shown.map((letter) => (
          <Card title={letter.subject} level={2}>
            <p class="ok-muted">
              {t('to', {
                to: letter.toAddress,
                at: formatInstant(letter.createdAt, c.lang),
              })}
              {letter.sentAt ? '' : ` · ${t('waiting')}`}
            </p>
            {letter.body.split(/\n{2,}/).map((paragraph) => (
              <p class="ok-prose">
                {splitLinks(paragraph).map((part) =>
                  'link' in part ? <Link href={localOf(c, part.link)}>{part.link}</Link> : lines(part.words),
                )}
              </p>
            ))}
          </Card>
        ))}
      </Stack>
      {next ? <KeysetPager next={next} /> : null}
    </PortalPage>
  );
}

const lines = (words: string) => words.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]));
/** A link of ours works here whatever address the installation was given. */
const localOf = (c: CentreContext, link: string) =>
  link.startsWith(`${c.world.publicUrl}/`) ? link.slice(c.world.publicUrl.length) : link;
