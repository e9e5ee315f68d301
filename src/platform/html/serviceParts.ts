import type { Child } from 'hono/jsx';
import type { CentreContext } from '#platform/http/context.ts';
import type { NamedService, ServiceParts } from '#platform/module.ts';

const known = (c: CentreContext): ServiceParts[] => c.world.modules.flatMap(({ serviceParts }) => serviceParts ?? []);

/** What all modules add beside the card of a service. */
export const cardParts = (c: CentreContext, service: NamedService & { readonly hasSessions: boolean }): Child[] =>
  known(c).flatMap((module) => module.card?.(c, service) ?? []);
/** What all modules tell search engines of a service. */
export async function linkedDataOf(c: CentreContext, serviceId: string): Promise<object[]> {
  const told = await Promise.all(known(c).map((module) => module.linkedData?.(c, serviceId)));
  return told.filter((each) => each !== undefined);
}
/** What all modules add under a service in a list. */
export const listedParts = (c: CentreContext, service: NamedService): Child[] =>
  known(c).flatMap((module) => module.listed?.(c, service) ?? []);
/** What all modules add beside the heading of a list of services. */
export const listParts = (c: CentreContext): Child[] => known(c).flatMap((module) => module.list?.(c) ?? []);
