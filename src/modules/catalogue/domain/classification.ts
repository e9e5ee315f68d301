import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { targetGroups, type TargetGroup, type TargetGroupWords } from '#shared/targetGroups.ts';
import { AREA_CODES, type AreaCode } from './codes.ts';

const inThree = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() });
type InThree = z.infer<typeof inThree>;
const areaSchema = z.strictObject({ number: z.int(), code: z.enum(AREA_CODES), name: inThree, sentence: inThree });

/** A statutory area in everyday words. */
export interface Area {
  readonly number: number;
  readonly code: AreaCode;
  readonly name: InThree;
  readonly sentence: InThree;
}

/** The fourteen areas in the order of the Act. */
export const areas: readonly Area[] = z
  .array(areaSchema)
  .parse(JSON.parse(readFileSync(new URL('../../../../data/areas.json', import.meta.url), 'utf8')));

const areaByNumber = new Map(areas.map((area) => [area.number, area]));
const groupByCode = new Map(targetGroups.map((group) => [group.code, group]));

/** @throws Error for a number that is no area. */
export function getArea(number: number): Area {
  const area = areaByNumber.get(number);
  if (!area) throw new Error(`There is no area ${number}`);
  return area;
}
export function getTargetGroup(code: TargetGroup): TargetGroupWords {
  const group = groupByCode.get(code);
  if (!group) throw new Error(`There is no target group ${code}`);
  return group;
}

type Lang = keyof InThree;
/** With a capital letter, for headings and lists. */
export function asHeading(name: InThree, lang: Lang): string {
  const text = name[lang];
  return text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1);
}
