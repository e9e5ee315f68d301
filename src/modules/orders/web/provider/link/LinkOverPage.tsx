import type { Child } from 'hono/jsx';
import type { CentreContext } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { Button, Form, Heading, Lead, LinkButton, Paragraph, Stack } from '#ui/index.ts';
import { staffTexts } from '../../../texts/texts.ts';

const t = staffTexts.in('pl');

/** A link that no longer opens its order, with a way on; says nothing about the person. */
export function LinkOverPage({
  c,
  renewAt,
  status,
  conflict,
  isUnknown = false,
}: {
  readonly c: CentreContext<object>;
  /** Where a new link may be asked for; absent when the order is over. */
  readonly renewAt?: string | undefined;
  /** How the order stands, for somebody who answered too late. */
  readonly status?: string | undefined;
  /** What they wrote beside it. */
  readonly conflict?: Child;
  /** No such link was ever sent. */
  readonly isUnknown?: boolean;
}) {
  const why = isUnknown ? 'unknown' : renewAt ? 'renew' : 'over';
  const title = t(`link.${why}Title`);
  const contact = [c.centre.displayName, c.centre.phone, c.centre.email].filter(Boolean).join(', ');
  return (
    <ProviderPage c={c} title={title} width="narrow">
      <Stack>
        {conflict}
        <Heading level={1}>{title}</Heading>
        {status ? <Lead>{t('error.order-changed', { status })}</Lead> : null}
        <Lead>{t(`link.${why}Text`)}</Lead>
        {renewAt ? (
          <Form action={renewAt} idempotencyKey={c.submissionKey()}>
            <Button type="submit">{t('link.renew')}</Button>
          </Form>
        ) : null}
        <Paragraph>{t('link.contact', { contact })}</Paragraph>
        <LinkButton href={c.at('/wykonawca')} variant="secondary">
          {t(c.actor.kind === 'user' ? 'list.ownTitle' : 'link.signIn')}
        </LinkButton>
      </Stack>
    </ProviderPage>
  );
}
