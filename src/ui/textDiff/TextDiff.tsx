import { diffWords } from '#ui/textDiff/diffWords.ts';
import { useTexts } from '#ui/texts/texts.ts';

/** The difference of two texts, readable by words; what went and what came is said to screen readers too. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTexts();
  return (
    <div class="ok-diff">
      {diffWords(before, after).map((part) => {
        if (part.kind === 'removed')
          return (
            <del>
              <span class="ds-sr-only">[{t.diffRemoved} </span>
              {part.text}
              <span class="ds-sr-only">] </span>
            </del>
          );
        if (part.kind === 'added')
          return (
            <ins>
              <span class="ds-sr-only">[{t.diffAdded} </span>
              {part.text}
              <span class="ds-sr-only">] </span>
            </ins>
          );
        return <span>{part.text}</span>;
      })}
    </div>
  );
}
