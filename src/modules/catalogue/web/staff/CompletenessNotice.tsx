import { Details, List, Paragraph } from '#ui/index.ts';
import type { CardPart } from '../../domain/completeness.ts';
import { completenessOn } from '../../domain/shippedCompleteness.ts';
import type { CatalogueService } from '../../store/assembleServices.ts';
import { stewardTexts } from '../../texts/stewardship.ts';
import { labelOf } from '../cardInWords.ts';

const t = stewardTexts.in('pl');
const ownWords = ['vacancy', 'contact', 'fee', 'hours', 'places', 'accessibility'] as const;
function partInWords(part: CardPart): string {
  const own = ownWords.find((each) => each === part);
  return own ? t(`score.${own}`) : labelOf(part);
}

/** How full a card is and what to add to it. */
export function CompletenessNotice({ service, today }: { readonly service: CatalogueService; readonly today: Temporal.PlainDate }) {
  const { score, missing } = completenessOn(service, today);
  return (
    <Details summary={t('score.title', { score })}>
      {missing.length === 0 ? (
        <Paragraph>{t('score.full')}</Paragraph>
      ) : (
        <>
          <Paragraph>{t('score.add')}</Paragraph>
          <List items={missing.map(({ part, weight }) => t('score.item', { part: partInWords(part), weight }))} />
        </>
      )}
    </Details>
  );
}
