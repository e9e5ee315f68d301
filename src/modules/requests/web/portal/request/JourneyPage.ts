import type { Child } from 'hono/jsx';
import type { Attachment, UploadLimits } from '#platform/files/index.ts';
import type { FormFields, FormResult, PageContext } from '#platform/http/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { SummaryRow } from '#ui/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import type { FieldsProps } from '../../form/RequestFields.tsx';

/** What a page needs besides what was typed. */
export interface JourneyFacts {
  readonly today: Temporal.PlainDate;
  /** Services of the centre that can be asked for, among those chosen and those found. */
  readonly services: ReadonlyMap<string, CatalogueService>;
  /** Services to offer on the page where they are chosen, in order; empty on other pages. */
  readonly found: readonly CatalogueService[];
  /** Those of them that are on the reader's own list; they stand first. */
  readonly saved: ReadonlySet<string>;
  readonly isMore: boolean;
  /** Files attached to the draft so far, and what the centre allows. */
  readonly attached: readonly Attachment[];
  readonly limits: UploadLimits;
}

/**
 * One question of the journey. Steps, the order, "check your answers" and what is finally filed derive from these.
 * Everything typed is given to each page, so that a question may depend on an earlier answer.
 */
export interface JourneyPage<Value> {
  /** The last part of its address. */
  readonly step: string;
  /** Fields whose texts a sending of this page replaces in the draft. */
  readonly names: readonly string[];
  /** Its only field asks the question as the page's heading. */
  readonly asksInField?: true;
  /** Files may be chosen on it; they are kept apart from what is typed. */
  readonly takesFiles?: true;
  isAsked(typed: FormFields): boolean;
  title(lang: Language, typed: FormFields): string;
  read(typed: FormFields, facts: JourneyFacts): FormResult<Value>;
  fields(props: FieldsProps & { readonly c: PageContext; readonly facts: JourneyFacts }): Child;
  /** The answers as rows of "check your answers"; `change` is added there. */
  answers(value: Value, lang: Language, facts: JourneyFacts): readonly Omit<SummaryRow, 'change'>[];
}

export const isOwnRequest = (typed: FormFields): boolean => typed.get('applicantType') === 'self';
