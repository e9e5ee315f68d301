import { ArrowLeftIcon, ArrowRightIcon } from '#ui/icons/icons.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type KeysetPagerProps = {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** "Pokazano 50 z 1204": said between the links. */
  readonly shown?: string | undefined;
};

/** Steps through a long list by keys, so there are no page numbers. Nothing when there is only one page. */
export function KeysetPager({ previous, next, shown }: KeysetPagerProps) {
  const t = useTexts();
  if (!previous && !next && !shown) return null;
  return (
    <nav class="ok-pager" aria-label={t.pagerLabel}>
      {previous ? (
        <a class="ds-button" data-variant="secondary" rel="prev" href={previous}>
          <ArrowLeftIcon />
          <span>{t.pagerPrevious}</span>
        </a>
      ) : (
        <span />
      )}
      {shown ? <span class="ok-pager-shown">{shown}</span> : null}
      {next ? (
        <a class="ds-button" data-variant="secondary" rel="next" href={next}>
          <span>{t.pagerNext}</span>
          <ArrowRightIcon />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
