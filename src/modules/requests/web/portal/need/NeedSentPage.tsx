import { formatDate } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { ForgetTyped, Heading, Lead, LinkButton, Paragraph, Stack } from '#ui/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { UrgentPromise } from '../UrgentPromise.tsx';
import { DangerNotice } from '../../form/RequestFields.tsx';

/**
 * Thanks for telling of a need, and says by which day the centre gets in touch: with whoever wrote, or with somebody else.
 * Says nothing about whom it was for: the page may be seen by anybody at that computer.
 */
export async function drawNeedSent(c: CentreContext, about: 'self' | 'other') {
  const t = requestTexts.in(c.lang);
  const { values } = await lawOn(c.scope, c.today);
  const date = formatDate(c.today.add({ days: values.needContactDays }), c.lang);
  const further = about === 'self' ? [t('ownWords.sentText')] : [t('need.sentLead2'), t('need.sentNote')];
  return (
    <PortalPage c={c} title={t('need.sentTitle')} width="narrow">
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('need.sentTitle')}</Heading>
          <Lead>{t(about === 'self' ? 'ownWords.sentLead' : 'need.sentLead', { date })}</Lead>
        </div>
        {c.query.has('pilne') ? <UrgentPromise c={c} /> : null}
        {further.map((text) => (
          <Paragraph>{text}</Paragraph>
        ))}
        <ForgetTyped name={`${c.centre.slug}-${about}`} />
        <DangerNotice lang={c.lang} />
        <LinkButton href={c.at('/')}>{t('need.home')}</LinkButton>
      </Stack>
    </PortalPage>
  );
}
