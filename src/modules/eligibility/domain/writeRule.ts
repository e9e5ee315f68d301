import { formatMoneyForField, grosze } from '#shared/money.ts';
import type { Condition, LeafCondition } from './conditions.ts';
import type { RuleWords } from './ruleWords.ts';

/** Writes conditions as a rule that `readRule` reads back to the same conditions. */
export function writeRule(conditions: readonly Condition[], words: RuleWords, indent = ''): string {
  return conditions.map((condition) => writeCondition(condition, words, indent)).join('\n');
}

function writeCondition(condition: Condition, words: RuleWords, indent: string): string {
  const inner = `${indent}  `;
  switch (condition.kind) {
    case 'allOf':
    case 'anyOf':
    case 'noneOf':
      return `${indent}${words.groups[condition.kind][0] ?? ''}:\n${writeRule(condition.of, words, inner)}`;
    case 'exception':
      return `${writeRule(condition.of, words, indent)}\n${indent}${words.groups.exception[0] ?? ''}:\n${writeRule(condition.except, words, inner)}`;
    default:
      return indent + writeLeaf(condition, words);
  }
}

/** One condition as a line. */
export function writeLeaf(condition: LeafCondition, words: RuleWords): string {
  const { heads } = words;
  const number = (value: number) => String(value).replace('.', ',');
  const list = (names: Readonly<Record<string, string>>, codes: readonly string[]) => codes.map((code) => names[code] ?? code).join(', ');
  switch (condition.kind) {
    case 'residesInArea':
    case 'livesAlone':
      return heads[condition.kind];
    case 'ageAtLeast':
      return `${heads.age}: ${words.from} ${number(condition.years)} ${words.years[0] ?? ''}`;
    case 'ageAtMost':
      return `${heads.age}: ${words.to} ${number(condition.years)} ${words.years[0] ?? ''}`;
    case 'householdAtLeast':
      return `${heads.household}: ${words.from} ${condition.persons} ${words.persons[0] ?? ''}`;
    case 'householdAtMost':
      return `${heads.household}: ${words.to} ${condition.persons} ${words.persons[0] ?? ''}`;
    case 'disability':
      return `${heads.disability}: ${list(words.degrees, condition.degrees)}`;
    case 'circumstance':
      return `${heads.circumstance}: ${list(words.circumstances, condition.of)}`;
    case 'targetGroup':
      return `${heads.targetGroup}: ${list(words.targetGroups, condition.groups)}`;
    case 'incomeAtMost':
      return `${heads.income}: ${words.to} ${formatMoneyForField(grosze(condition.grosze))} ${words.zloty[0] ?? ''}`;
    case 'incomeWithin':
      return `${heads.income}: ${words.to} ${condition.percent}% ${words.criterion[0] ?? ''}`;
    case 'document':
      return `${heads.document}: ${condition.name.replace(/\s+/g, ' ').trim()}`;
    case 'inWords':
      // A rule has one condition a line.
      return `${heads.inWords}: ${condition.text.replace(/\s+/g, ' ').trim()}`;
  }
}

/** Gives conditions that say the same as before the ids (and the texts) they had, so that what staff settled about them stands. */
export function keepIds(conditions: readonly Condition[], before: readonly Condition[], words: RuleWords): Condition[] {
  const left = [...before];
  return conditions.map((condition) => {
    const said = writeCondition(condition, words, '');
    const at = left.findIndex((each) => writeCondition(each, words, '') === said);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same ?? condition;
  });
}
