import { PrintIcon } from '#ui/icons/icons.tsx';
import { useTexts } from '#ui/texts/texts.ts';

/** Opens the browser's printing; not there without scripts, because it could do nothing. */
export function PrintButton({ label }: { readonly label?: string | undefined }) {
  const t = useTexts();
  return (
    <ok-print hidden>
      <button class="ds-button" data-variant="secondary" type="button">
        <PrintIcon />
        <span>{label ?? t.print}</span>
      </button>
    </ok-print>
  );
}
