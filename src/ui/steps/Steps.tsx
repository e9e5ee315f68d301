import { useTexts } from '#ui/texts/texts.ts';

export type StepsProps = {
  /** From 1. */
  readonly current: number;
  readonly total: number;
  readonly label?: string | undefined;
};

/** "Krok 2 z 6" with a quiet line of progress; put it above the page's heading. */
export function Steps({ current, total, label }: StepsProps) {
  const t = useTexts();
  return (
    <div class="ok-steps">
      <p class="ok-steps-text">
        {t.stepOf(current, total)}
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
