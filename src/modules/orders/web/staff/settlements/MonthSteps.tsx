import { LinkButton, Row } from '#ui/index.ts';
import type { Month } from '../../../domain/deliveries.ts';
import { staffTexts } from '../../../texts/texts.ts';

/** Links to the month before and after. */
export function MonthSteps({ month, addressOf }: { readonly month: Month; readonly addressOf: (month: Month) => string }) {
  const t = staffTexts.in('pl');
  const here = Temporal.PlainYearMonth.from(month);
  return (
    <Row spread>
      <LinkButton href={addressOf(here.subtract({ months: 1 }).toString())} variant="secondary">
        {t('month.previous')}
      </LinkButton>
      <LinkButton href={addressOf(here.add({ months: 1 }).toString())} variant="secondary">
        {t('month.next')}
      </LinkButton>
    </Row>
  );
}
