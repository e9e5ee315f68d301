import { ok, refuse, type Result } from '#shared/result.ts';
import {
  descriptionFields,
  descriptionOf,
  describeService,
  type CatalogueService,
  type Description,
  type DescriptionField,
} from '#modules/catalogue/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { SharedText } from '#platform/module.ts';
import { saysSame, type Fields } from '../domain/template.ts';
import type { TemplateFields } from './editions.ts';

/** What a service says in the fields of templates. */
export type CardText = TemplateFields & Fields;

/** The rule of who may use a service, from whichever module keeps it. */
export const sharedRule = ({ world }: Pick<CentreScope, 'world'>): SharedText | undefined =>
  world.modules.flatMap(({ sharedTexts }) => sharedTexts ?? []).find(({ name }) => name === 'rule');

/** What services say in the fields of templates, by their ids. */
export async function cardTextsOf(scope: CentreScope, services: readonly CatalogueService[]): Promise<ReadonlyMap<string, CardText>> {
  const ids = services.map(({ id }) => id);
  const rules = await sharedRule(scope)?.find(scope, ids);
  return new Map(
    services.map((service) => {
      const rule = rules?.get(service.id);
      return [service.id, { ...descriptionOf(service), ...(rule !== undefined && { rule }) } as CardText];
    }),
  );
}
export async function cardTextOf(scope: CentreScope, service: CatalogueService): Promise<CardText> {
  const text = (await cardTextsOf(scope, [service])).get(service.id);
  if (!text) throw new Error('a service without text');
  return text;
}

/** The part of a text that stands in the card. */
export function ofCard(fields: TemplateFields): Partial<Description> {
  const told = Object.entries(fields).filter(([name]) => descriptionFields.includes(name as DescriptionField));
  return Object.fromEntries(told) as Partial<Description>;
}

/** Gives a service text, in its card and beside it, if the card is as it was read. */
export async function writeCardText(
  scope: CentreScope,
  serviceId: string,
  seen: number,
  fields: TemplateFields,
): Promise<Result<object, 'changed-meanwhile'>> {
  const described = await describeService(scope, serviceId, seen, ofCard(fields));
  if (!described.ok) return described;
  return (await writeRuleOf(scope, serviceId, fields)) ? ok({}) : refuse('changed-meanwhile');
}

/** Puts the rule of a text in force where it says something else than the one in force. */
export async function writeRuleOf(scope: CentreScope, serviceId: string, { rule }: TemplateFields): Promise<boolean> {
  const shared = sharedRule(scope);
  if (rule === undefined || !shared) return true;
  const inForce = (await shared.find(scope, [serviceId])).get(serviceId);
  return saysSame('rule', inForce, rule) || shared.write(scope, serviceId, rule);
}
