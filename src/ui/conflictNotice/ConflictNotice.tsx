import type { Child } from 'hono/jsx';
import { formatDate, parsePolishDate } from '#shared/polishDate.ts';
import { Notice } from '#ui/notice/Notice.tsx';
import { TextDiff } from '#ui/textDiff/TextDiff.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type ConflictNoticeProps = {
  readonly fields: readonly {
    readonly label: string;
    readonly mine: string;
    readonly theirs: string;
  }[];
  readonly savedBy?: string | undefined;
  /** As a person reads it. */
  readonly savedAt?: string | undefined;
  /** What happened, when it was not simply another version. */
  readonly title?: string | undefined;
  /** What to do now. */
  readonly lead?: string | undefined;
  /** What else changed. */
  readonly children?: Child;
};

/**
 * Somebody saved before: both texts, field by field, with the difference. Put it above the form, which keeps what the
 * second person typed in its fields and carries the new `version`.
 */
export function ConflictNotice({ fields, savedBy, savedAt, title, lead, children }: ConflictNoticeProps) {
  const t = useTexts();
  const differing = fields.map(inOneWriting).filter((field) => field.mine !== field.theirs);
  return (
    // Whoever sent the form begins to read here, also by keyboard.
    <div tabindex={-1} autofocus>
      <Notice tone="warning" title={title ?? t.conflictTitle} live>
        <p class="ds-paragraph">{lead ?? t.conflictLead}</p>
        {savedBy ? <p class="ds-paragraph ok-small">{t.conflictSavedBy(savedBy, savedAt)}</p> : null}
        {children}
        {differing.map((field) => (
          <section class="ok-conflict">
            <h3 class="ds-heading ok-heading" data-size="2xs">
              {field.label}
            </h3>
            <div class="ok-conflict-texts">
              <div>
                <h4 class="ok-conflict-whose">{t.conflictTheirs}</h4>
                <div class="ok-conflict-text">{field.theirs || t.notGiven}</div>
              </div>
              <div>
                <h4 class="ok-conflict-whose">{t.conflictMine}</h4>
                <div class="ok-conflict-text">
                  <TextDiff before={field.theirs} after={field.mine} />
                </div>
              </div>
            </div>
          </section>
        ))}
      </Notice>
    </div>
  );
}

/** Two days are compared as days, however each was written. */
function inOneWriting<Field extends { readonly mine: string; readonly theirs: string }>(field: Field): Field {
  const [mine, theirs] = [parsePolishDate(field.mine), parsePolishDate(field.theirs)];
  return mine.ok && theirs.ok ? { ...field, mine: formatDate(mine.value), theirs: formatDate(theirs.value) } : field;
}
