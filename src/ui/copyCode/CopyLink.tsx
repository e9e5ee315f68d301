import { CopyIcon } from '#ui/icons/icons.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type CopyLinkProps = {
  /** A whole address. */
  readonly address: string;
  readonly label: string;
};

/** An address to pass on: to be read and marked by hand, with a copying button where scripts run. */
export function CopyLink({ address, label }: CopyLinkProps) {
  const t = useTexts();
  return (
    <div class="ok-copy-link">
      <p>
        {label}:{' '}
        <a class="ds-link ok-breakable" href={address} translate="no">
          {address}
        </a>
      </p>
      <ok-copy hidden text={address} copied={t.copied}>
        <button class="ds-button" data-variant="secondary" type="button">
          <CopyIcon />
          <span>{t.copyLink}</span>
        </button>
        <span class="ok-copy-state" role="status" />
      </ok-copy>
    </div>
  );
}
