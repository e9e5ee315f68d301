import { CopyIcon } from '#ui/icons/icons.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type CopyCodeProps = {
  /** The code in groups, "ABCD-EFGH-JKLM" or with spaces. */
  readonly code: string;
  readonly label: string;
};

/** A code to keep: large, in groups that can be dictated over the phone, with a copying button where scripts run. */
export function CopyCode({ code, label }: CopyCodeProps) {
  const t = useTexts();
  const groups = code.split(/[\s-]+/).filter(Boolean);
  return (
    <div class="ok-code">
      <p class="ok-code-label">{label}</p>
      <p class="ok-code-text" translate="no">
        <span aria-hidden="true">
          {groups.map((group) => (
            <span class="ok-code-group">{group}</span>
          ))}
        </span>
        <span class="ds-sr-only">{groups.map((group) => [...group].join(' ')).join(', ')}</span>
      </p>
      <ok-copy hidden text={code} copied={t.copied}>
        <button class="ds-button" data-variant="secondary" type="button">
          <CopyIcon />
          <span>{t.copy}</span>
        </button>
        <span class="ok-copy-state" role="status" />
      </ok-copy>
    </div>
  );
}
