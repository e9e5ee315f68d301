import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AREA_CODES, TARGET_GROUPS, type AreaCode, type TargetGroup } from './codes.ts';

const inThree = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() });
type InThree = z.infer<typeof inThree>;
const areaSchema = z.strictObject({ number: z.int(), code: z.enum(AREA_CODES), name: inThree, sentence: inThree });
const agesSchema = z.strictObject({ from: z.int().nullable(), to: z.int().nullable(), article: z.string(), verified: z.boolean() });
const groupSchema = z.strictObject({ code: z.enum(TARGET_GROUPS), name: inThree, ages: agesSchema.optional() });

/** A statutory area in everyday words. */
export interface Area {
  readonly number: number;
  readonly code: AreaCode;
  readonly name: InThree;
  readonly sentence: InThree;
}
export interface TargetGroupWords {
  readonly code: TargetGroup;
  readonly name: InThree;
  /** Years of age by which somebody belongs to it, both included, and where they come from; absent where age does not tell. */
  readonly ages?: z.infer<typeof agesSchema> | undefined;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));

/** The fourteen areas in the order of the Act. */
export const areas: readonly Area[] = z.array(areaSchema).parse(read('areas.json'));
/** Groups of residents, in the order in which they are offered. */
export const targetGroups: readonly TargetGroupWords[] = z.array(groupSchema).parse(read('targetGroups.json'));

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
