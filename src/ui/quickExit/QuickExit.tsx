import { ExitIcon } from '#ui/icons/icons.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type QuickExitProps = {
  /** A page that raises no questions. */
  readonly href?: string | undefined;
};

/** Leaves at once: for pages about violence. A plain link; with scripts the page is also taken out of the tab's "back". */
export function QuickExit({ href = 'https://meteo.imgw.pl/' }: QuickExitProps) {
  const t = useTexts();
  return (
    <ok-quick-exit>
      <a class="ds-button ok-quick-exit" data-color="danger" href={href} rel="noreferrer nofollow noopener">
        <ExitIcon />
        <span>{t.quickExit}</span>
      </a>
      <p class="ok-hint ok-small">{t.quickExitHint}</p>
    </ok-quick-exit>
  );
}
