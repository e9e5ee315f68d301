import { useTexts } from '#ui/texts/texts.ts';

export type StepsProps = {
  /** From 1. */
  readonly current: number;
  readonly total: number;
  readonly label?: string | undefined;
  /** Which page of the step this is, where a step has several. */
  readonly part?: { readonly at: number; readonly of: number } | undefined;
};

/** "Krok 2 z 6" with a quiet line of progress; put it above the page's heading. */
export function Steps({ current, total, label, part }: StepsProps) {
  const t = useTexts();
  return (
    <div class="ok-steps">
      <p class="ok-steps-text">
        {t.stepOf(current, total)}
        {part ? `, ${t.partOf(part.at, part.of)}` : ''}
        {label ? `: ${label}` : ''}
      </p>
      <span class="ok-steps-line" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span data-state={index + 1 < current ? 'done' : index + 1 === current ? 'now' : 'ahead'} />
        ))}
      </span>
    </div>
  );
}
