export type ProgressBarProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** What the figures mean in words: "12 z 20 godzin". */
  readonly text: string;
};

/** How much of a whole is used or done. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  return (
    <div class="ok-progress">
      <p class="ok-progress-text">
        <span>{label}</span> <strong>{text}</strong>
      </p>
      <progress value={Math.min(Math.max(0, value), max)} max={max} aria-label={`${label}: ${text}`}>
        {text}
      </progress>
    </div>
  );
}
