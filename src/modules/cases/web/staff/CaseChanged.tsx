import { formatInstant } from '#shared/polishDate.ts';
import { frameTexts } from '#platform/html/index.ts';
import { ConflictNotice, List, type ConflictNoticeProps } from '#ui/index.ts';
import { caseStaffTexts, caseTexts } from '../../texts/index.ts';
import type { CaseChange } from '../../usecases/caseChanges.ts';

export interface CaseChangedProps {
  /** What was added to the case meanwhile. */
  readonly changes: readonly CaseChange[];
  /** Both texts, where somebody wrote the same thing as the reader. */
  readonly fields?: ConflictNoticeProps['fields'] | undefined;
  /**
   * When it is told: a form was sent and can be sent again; it was sent and cannot any more; or unsent text was just
   * put back into a form.
   */
  readonly told?: 'conflict' | 'late' | 'restored' | undefined;
}

/** Somebody changed the case while a form about it was open: what, who, when, and both texts. What was typed stays in the fields. */
export function CaseChanged({ changes, fields = [], told = 'conflict' }: CaseChangedProps) {
  const t = caseStaffTexts.in('pl');
  const words = caseTexts.in('pl');
  const roleWords = frameTexts.in('pl');
  return (
    <ConflictNotice
      title={t(told === 'restored' ? 'changed.since' : 'changed.title')}
      lead={t(told === 'restored' ? 'changed.sinceText' : told === 'late' ? 'changed.late' : 'changed.text')}
      fields={fields}
    >
      {changes.length > 0 ? (
        <List
          items={changes.map(({ event, name }) =>
            t('changed.entry', {
              what: words(`event.${event.type}`),
              who: name ?? roleWords(`role.${event.actor.role}`),
              at: formatInstant(Temporal.Instant.from(event.at)),
            }),
          )}
        />
      ) : null}
    </ConflictNotice>
  );
}
