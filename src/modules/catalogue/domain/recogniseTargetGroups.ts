import type { TargetGroup } from '#shared/targetGroups.ts';

const GROUP_WORDS: readonly (readonly [RegExp, TargetGroup])[] = [
  [/senior|starsz|emeryt|(?<!\d)[67]\d ?\+|(powyżej|od|po) [5-9]\d\.? (roku|lat|r)/u, 'SENIORS'],
  [/niepełnospraw|ograniczoną sprawn|autyz|spektrum|głuch|niesłysz|niewidom/u, 'DISABLED'],
  [/niesamodzieln|chor|zależn(?!i)|zaburze|leżąc|całodobowej opieki/u, 'DEPENDENT'],
  [/opiekunowie|opiekun(ów|om|a|ki)?(?!\p{L})/u, 'CARERS'],
  [/rodzin|rodzic|ciąż|matk|małżeń/u, 'FAMILIES'],
  [/dzieci|uczni|przedszkol|niemowl/u, 'CHILDREN'],
  [/młodzie|młod(zi|ych)|nastolat|wychowank/u, 'YOUTH'],
  [/dorosł|dorośli/u, 'ADULTS'],
  [/kryzys|przemoc|żałob|zadłuż|dłużni|eksmit|trudnej sytuacji|wyklucz/u, 'CRISIS'],
  [/bezrobot|poszukuj|(?<!niezdoln(e|a|i|ych) do )prac(y|ę)(?!\p{L})|biern/u, 'JOBSEEKERS'],
  [/bezdom/u, 'HOMELESS'],
  [/uzależn|alkohol|hazard/u, 'ADDICTION'],
  [/cudzoziem|uchodź|ukrai|migrant/u, 'FOREIGNERS'],
  [/organizacj|stowarzysz|sąsie|wolontari|grup[ay]? (nieformal|inicjatyw)|grupy inicjatyw/u, 'ORGANISATIONS'],
  [/mieszka(ńc|nk)|wszy(scy|stk)|każd/u, 'EVERYONE'],
];

/** Target groups that a free text names (`osoby starsze niesamodzielne` gives SENIORS and DEPENDENT); empty when none is clear. */
export function recogniseTargetGroups(recipients: string): TargetGroup[] {
  const lower = recipients.toLocaleLowerCase('pl');
  return GROUP_WORDS.filter(([word]) => word.test(lower)).map(([, group]) => group);
}
