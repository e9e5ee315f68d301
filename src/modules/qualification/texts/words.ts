import { formatMoney, grosze } from '#shared/money.ts';
import { defineTexts } from '#platform/i18n/index.ts';
import type { ConditionCheck } from '../domain/checkConditions.ts';
import type { Condition } from '../domain/conditions.ts';
import { documentsPl } from './documents.ts';
import { residentTexts } from './resident.ts';
import { staffPl } from './staff.ts';

/** What staff read while qualifying. */
export const qualificationTexts = defineTexts('qualificationStaff', { pl: staffPl });
/** What is printed in documents, in Polish. */
export const documentTexts = defineTexts('qualificationDocumentsStaff', { pl: documentsPl });
/** What a resident reads about decisions. */
export const resultTexts = defineTexts('qualification', residentTexts);

/** A condition in Polish words. */
export function conditionInWords(condition: Condition): string {
  const t = qualificationTexts.in('pl');
  switch (condition.kind) {
    case 'residesInArea':
    case 'livesAlone':
      return t(`condition.${condition.kind}`);
    case 'ageAtLeast':
    case 'ageAtMost':
      return t(`condition.${condition.kind}`, { years: condition.years });
    case 'disability':
      return t('condition.disability', { list: condition.degrees.map((degree) => t(`degree.${degree}`)).join(', ') });
    case 'targetGroup':
      return t('condition.targetGroup', { list: condition.groups.join(', ') });
    case 'incomeAtMost':
      return t('condition.incomeAtMost', { amount: formatMoney(grosze(condition.grosze)) });
    case 'document':
      return t('condition.document', { name: condition.name });
    case 'inWords':
      return condition.text;
    case 'allOf':
    case 'anyOf':
      return t(`condition.${condition.kind}`, { list: condition.of.map(conditionInWords).join('; ') });
  }
}

/** Why a condition is met, not met or unknown, in words. */
export function reasonInWords(check: ConditionCheck): string {
  const t = qualificationTexts.in('pl');
  const input = typeof check.input === 'number' || typeof check.input === 'string' ? check.input : '';
  return t(`reason.${check.reason}`, { input, note: check.note ?? '' });
}
