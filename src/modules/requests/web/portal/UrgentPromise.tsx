import type { CentreContext } from '#platform/http/index.ts';
import { Notice, Paragraph, PhoneLinks } from '#ui/index.ts';
import { requestTexts } from '../../texts/index.ts';

/**
 * To whoever said that help is needed within days: what that changes. It puts the request first for the staff; the last day stays as
 * the law or the centre sets it, so a telephone is the way when nobody can wait.
 */
export function UrgentPromise({ c }: { readonly c: CentreContext }) {
  const t = requestTexts.in(c.lang);
  const { phone } = c.centre;
  return (
    <Notice title={t('urgent.title')}>
      <Paragraph>{t('urgent.text')}</Paragraph>
      <Paragraph>
        {t('urgent.call')}
        {phone ? (
          <>
            {' '}
            <PhoneLinks number={phone} />
          </>
        ) : null}
      </Paragraph>
    </Notice>
  );
}
