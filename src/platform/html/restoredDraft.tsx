import { formatInstant } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/context.ts';
import { draftAddress, givenUp } from '#platform/http/draftDoor.ts';
import type { Draft } from '#platform/http/drafts.ts';
import { Button, Form, HiddenField, LinkButton, Notice, Row } from '#ui/index.ts';
import { frameTexts } from './texts.ts';

interface RestoredDraftProps {
  readonly c: PageContext;
  readonly draft: Draft | undefined;
  /**
   * Where the text is put into the form, when it was not yet: for forms about a new person each time, where text about
   * another one must not appear by itself.
   */
  readonly loadAt?: string | undefined;
}

/** Says that the fields hold text written earlier and not sent, or that there is such text, and lets its author give it up. */
export function RestoredDraft({ c, draft, loadAt }: RestoredDraftProps) {
  const [form] = draft?.forms ?? [];
  if (!draft || form === undefined) return null;
  const t = frameTexts.in(c.lang);
  return (
    <Notice title={t(loadAt ? 'draft.offered' : 'draft.restored', { date: formatInstant(draft.savedAt) })}>
      <Form action={draftAddress(form)} label={t('draft.discard')}>
        {draft.forms.map((each) => (
          <HiddenField name={givenUp} value={each} />
        ))}
        <Row>
          {loadAt ? <LinkButton href={loadAt}>{t('draft.load')}</LinkButton> : null}
          <Button variant="secondary">{t('draft.discard')}</Button>
        </Row>
      </Form>
    </Notice>
  );
}
