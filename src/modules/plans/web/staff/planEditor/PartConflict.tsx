import type { FormFields } from '#platform/http/index.ts';
import { formatInstant } from '#shared/polishDate.ts';
import { ConflictNotice } from '#ui/index.ts';
import type { PlanContent } from '../../../domain/planContent.ts';
import { planTexts } from '../../../texts/index.ts';
import { valueInWords } from '../../../texts/inWords.ts';
import { day, listsOfPart, type EditorPart } from '../inWords.ts';

interface PartConflictProps {
  readonly part: EditorPart;
  readonly mine: PlanContent;
  readonly theirs: PlanContent;
  readonly typed: FormFields | undefined;
  readonly editor: { readonly name: string; readonly at: Temporal.Instant } | undefined;
}

/** Somebody saved the same part: both texts, list by list. */
export function PartConflict({ part, mine, theirs, typed, editor }: PartConflictProps) {
  const saved = editor && { savedBy: editor.name, savedAt: formatInstant(editor.at) };
  const words = planTexts.in('pl');
  if (part === 'okres') {
    const names = ['startsOn', 'endsOn'] as const;
    return (
      <ConflictNotice
        {...saved}
        fields={names.map((name) => ({ label: words(`field.${name}`), mine: typed?.get(name) ?? '', theirs: day(theirs[name]) }))}
      />
    );
  }
  const inLines = (content: PlanContent, section: (typeof listsOfPart)[EditorPart][number]) =>
    content[section].map((item, index) => `${index + 1}. ${valueInWords(section, item, content, 'pl')}`).join('\n');
  return (
    <ConflictNotice
      {...saved}
      fields={listsOfPart[part].map((section) => ({
        label: words(`part.${section}`),
        mine: inLines(mine, section),
        theirs: inLines(theirs, section),
      }))}
    />
  );
}
