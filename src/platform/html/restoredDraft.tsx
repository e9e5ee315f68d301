import { formatInstant } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/context.ts';
import { draftAddress, givenUp } from '#platform/http/draftDoor.ts';
import type { Draft } from '#platform/http/drafts.ts';
import { Button, Form, HiddenField, Notice, Row } from '#ui/index.ts';
import { frameTexts } from './texts.ts';

/** Says that the fields hold text written earlier and not sent, and lets its author give it up. */
export function RestoredDraft({ c, draft }: { readonly c: PageContext; readonly draft: Draft | undefined }) {
  const [form] = draft?.forms ?? [];
  if (!draft || form === undefined) return null;
  const t = frameTexts.in(c.lang);
  return (
    <Notice title={t('draft.restored', { date: formatInstant(draft.savedAt) })}>
      <Form action={draftAddress(form)} label={t('draft.discard')}>
        {draft.forms.map((each) => (
          <HiddenField name={givenUp} value={each} />
        ))}
        <Row>
          <Button variant="secondary">{t('draft.discard')}</Button>
        </Row>
      </Form>
    </Notice>
  );
}
