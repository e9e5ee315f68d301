import { formatMoney, grosze } from '#shared/money.ts';
import { asHeading, targetGroups } from '#modules/catalogue/index.ts';
import { defineTexts, type Language } from '#platform/i18n/index.ts';
import type { ConditionCheck } from '../domain/checkConditions.ts';
import type { Circumstance, Condition, DisabilityDegree } from '../domain/conditions.ts';
import type { Question } from '../domain/questions.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { uk } from './uk.ts';

export const eligibilityTexts = defineTexts('eligibility', { pl, en, uk });

/** A condition in words. What the card says in its own words, and names of documents, stay in Polish. */
export function conditionInWords(condition: Condition, lang: Language = 'pl'): string {
  const t = eligibilityTexts.in(lang);
  const number = (value: number) => new Intl.NumberFormat(lang).format(value);
  const list = (of: readonly Condition[]) => of.map((each) => conditionInWords(each, lang)).join('; ');
  switch (condition.kind) {
    case 'residesInArea':
    case 'livesAlone':
      return t(`condition.${condition.kind}`);
    case 'ageAtLeast':
    case 'ageAtMost':
      return t(`condition.${condition.kind}`, { years: number(condition.years) });
    case 'householdAtLeast':
    case 'householdAtMost':
      return t(`condition.${condition.kind}`, { persons: condition.persons });
    case 'disability':
      return t('condition.disability', { list: condition.degrees.map((degree) => t(`degree.${degree}`)).join(', ') });
    case 'circumstance':
      return t('condition.circumstance', { list: condition.of.map((each) => t(`situation.${each}`)).join(', ') });
    case 'targetGroup':
      return t('condition.targetGroup', { list: condition.groups.map((code) => groupInWords(code, lang)).join(', ') });
    case 'incomeAtMost':
      return t('condition.incomeAtMost', { amount: formatMoney(grosze(condition.grosze)) });
    case 'incomeWithin':
      return t('condition.incomeWithin', { percent: condition.percent });
    case 'document':
      return t('condition.document', { name: condition.name });
    case 'inWords':
      return condition.text;
    case 'allOf':
    case 'anyOf':
    case 'noneOf':
      return t(`condition.${condition.kind}`, { list: list(condition.of) });
    case 'exception':
      return t('condition.exception', { list: list(condition.of), except: list(condition.except) });
  }
}

function groupInWords(code: string, lang: Language): string {
  const group = targetGroups.find((each) => each.code === code);
  return group ? asHeading(group.name, lang).toLocaleLowerCase(lang) : code;
}

/** Why a condition is met, not met or unknown, in words. */
export function reasonInWords(check: ConditionCheck, lang: Language = 'pl'): string {
  const t = eligibilityTexts.in(lang);
  const { condition, input } = check;
  const isMoney = condition.kind === 'incomeAtMost' || condition.kind === 'incomeWithin';
  const said =
    typeof input === 'number'
      ? isMoney
        ? formatMoney(grosze(input))
        : new Intl.NumberFormat(lang).format(Math.floor(input))
      : String(input ?? '');
  const bound = check.bound === null ? '' : formatMoney(grosze(check.bound));
  return t(`reason.${check.reason}`, { input: said, note: check.note ?? '', bound });
}

export function degreeInWords(degree: DisabilityDegree, lang: Language): string {
  return eligibilityTexts.in(lang)(`degree.${degree}`);
}

/** How a thing is asked of a person. */
export function questionInWords(question: Question, lang: Language): string {
  const t = eligibilityTexts.in(lang);
  if (!question.startsWith('situation.')) return t(`question.${question as Exclude<Question, `situation.${string}`>}`);
  return t(`ask.${question.slice('situation.'.length) as Circumstance}`);
}
