/**
 * What an individual plan of social services (IPUS) says: needs → goals → actions, services, supporting
 * actions of the community, responsibilities, monitoring. A draft may be full of blanks; what is
 * missing is told by `validatePlan`. Every item has an id of its own, so that versions can be compared.
 */
import { z } from 'zod';

const id = z.string().min(1).max(64);
const text = z.string();
const maybeId = id.nullable();

/** How often the quantity of a service is due. */
export const planPeriods = ['once', 'day', 'week', 'month', 'plan'] as const;
export const planUnits = ['visit', 'hour', 'ride', 'session', 'place', 'item'] as const;

const planItems = {
  strengths: z.strictObject({ id, text }),
  /** `area`: code or words of an area of life. */
  needs: z.strictObject({ id, area: text, description: text }),
  goals: z.strictObject({
    id,
    needIds: z.array(id),
    text,
    /** By what it will be seen that the goal is reached. */
    measure: text,
    actions: z.array(z.strictObject({ id, what: text, who: text, when: text })),
  }),
  services: z.strictObject({
    id,
    serviceId: maybeId,
    name: text,
    scope: text,
    unit: z.enum(planUnits),
    quantity: z.number().nullable(),
    per: z.enum(planPeriods),
    from: text,
    to: text,
    place: text,
    providerId: maybeId,
    provider: text,
    /** The fee in words, for example "bezpłatnie"; amounts are worked out elsewhere. */
    fee: text,
  }),
  /** Neighbours, volunteers, self-help: a supplement to services. */
  supportingActions: z.strictObject({ id, what: text, who: text, when: text }),
  responsibilities: z.strictObject({ id, who: text, what: text }),
  monitoring: z.strictObject({ id, how: text, when: text, who: text }),
};

/** Reads a plan's content from storage: whole in shape, though texts may be blank. */
export const planContentSchema = z.strictObject({
  startsOn: text,
  endsOn: text,
  strengths: z.array(planItems.strengths),
  needs: z.array(planItems.needs),
  goals: z.array(planItems.goals),
  services: z.array(planItems.services),
  supportingActions: z.array(planItems.supportingActions),
  responsibilities: z.array(planItems.responsibilities),
  monitoring: z.array(planItems.monitoring),
});
export type PlanContent = z.infer<typeof planContentSchema>;
export type PlanNeed = PlanContent['needs'][number];
export type PlanGoal = PlanContent['goals'][number];
export type PlanAction = PlanGoal['actions'][number];
export type PlannedService = PlanContent['services'][number];

/** The lists of a plan, in the order they are read. */
export const planSections = ['strengths', 'needs', 'goals', 'services', 'supportingActions', 'responsibilities', 'monitoring'] as const;
export type PlanSection = (typeof planSections)[number];

/** A plan nobody has written anything in yet. */
export const emptyPlan: PlanContent = {
  startsOn: '',
  endsOn: '',
  strengths: [],
  needs: [],
  goals: [],
  services: [],
  supportingActions: [],
  responsibilities: [],
  monitoring: [],
};
