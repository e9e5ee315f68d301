import { newId } from '#shared/uuid.ts';
import { getProvider } from '#modules/catalogue/index.ts';
import {
  answerPlan,
  approvePlan,
  decideCoordination,
  getPlanFile,
  holdSummary,
  recordMonitoring,
  resumeCase,
  returnPlan,
  revisePlan,
  savePlanPart,
  startPlan,
  suspendCase,
  type MonitoringInput,
  type PlanContent,
  type SuspensionInput,
} from '#modules/plans/index.ts';
import { storyWords } from '../scenarios/words.ts';
import { done, type Day } from './day.ts';

/** What a plan of a story is about. */
export interface PlanStory {
  readonly need: string;
  readonly goal: string;
  readonly measure: string;
  readonly action: string;
  readonly neighbours: string;
}

/** The individual plan from its first words to the talk that sums it up. */
export function planActs(day: Day) {
  const { setting, inHand } = day;
  const caseId = () => inHand.caseId;
  return {
    /** Services need coordinating for so many months from now; from three months on with a plan. */
    async decidesCoordination(months: number): Promise<void> {
      const scope = day.as('planCoordinator');
      const to = scope.today.add({ months }).subtract({ days: 1 });
      done(
        'deciding on coordination',
        await decideCoordination(scope, caseId(), null, { from: scope.today, to, withPlan: months >= 3, note: null }),
      );
    },
    /** Starts a plan and leaves it half written. */
    async startsPlan(months: number): Promise<void> {
      await start(months);
    },
    async writesPlan(months: number, story: PlanStory): Promise<void> {
      await start(months);
      const scope = day.as('planCoordinator');
      const { latest } = await getPlanFile(scope, caseId());
      const provider = await getProvider(scope, setting.cast.providerId);
      done('writing the plan', await savePlanPart(scope, caseId(), latest.revision, written(latest.content, story, provider.name)));
    },
    async agreesToPlan(): Promise<void> {
      const scope = day.as('planCoordinator');
      const { latest } = await getPlanFile(scope, caseId());
      const answer = {
        revision: latest.revision,
        isAgreed: true,
        on: scope.today,
        by: 'self',
        byName: null,
        form: 'signature',
        note: null,
      } as const;
      done('agreeing to the plan', await answerPlan(scope, caseId(), null, answer));
    },
    async declinesPlan(note: string): Promise<void> {
      const scope = day.as('planCoordinator');
      const { latest } = await getPlanFile(scope, caseId());
      const answer = {
        revision: latest.revision,
        isAgreed: false,
        on: scope.today,
        by: 'self',
        byName: null,
        form: 'signature',
        note,
      } as const;
      done('declining the plan', await answerPlan(scope, caseId(), null, answer));
    },
    async returnsPlan(note: string): Promise<void> {
      const scope = day.as('director');
      const { latest } = await getPlanFile(scope, caseId());
      done('returning the plan', await returnPlan(scope, caseId(), null, { revision: latest.revision, note }));
    },
    async approvesPlan(): Promise<void> {
      const scope = day.as('director');
      const { latest } = await getPlanFile(scope, caseId());
      done('approving the plan', await approvePlan(scope, caseId(), null, { revision: latest.revision, note: null }));
    },
    /** Begins a new version with more of the first service. */
    async changesPlan(reason: string, quantity: number): Promise<void> {
      const scope = day.as('planCoordinator');
      done('changing the plan', await revisePlan(scope, caseId(), null, reason));
      const { latest } = await getPlanFile(scope, caseId());
      const services = latest.content.services.map((each, index) => (index === 0 ? { ...each, quantity } : each));
      done('writing the change', await savePlanPart(scope, caseId(), latest.revision, { services }));
    },
    async looksIn(kind: MonitoringInput['kind'], note: string, nextInDays: number | null): Promise<void> {
      const scope = day.as('planCoordinator');
      const nextOn = nextInDays === null ? null : scope.today.add({ days: nextInDays });
      done('looking in', await recordMonitoring(scope, [caseId()], null, { on: scope.today, kind, note, nextOn }));
    },
    async pauses(reason: SuspensionInput['reason'], forDays: number, note: string): Promise<void> {
      const scope = day.as('planCoordinator');
      const to = scope.today.add({ days: forDays });
      done('pausing', await suspendCase(scope, caseId(), null, { reason, from: scope.today, to, note }));
    },
    async goesOn(note: string): Promise<void> {
      const scope = day.as('planCoordinator');
      done('going on', await resumeCase(scope, caseId(), null, { on: scope.today, note }));
    },
    async sumsUp(course: string, personsView: string): Promise<void> {
      const scope = day.as('planCoordinator');
      const { latest } = await getPlanFile(scope, caseId());
      const results = latest.content.goals.map((goal) => ({
        goalId: goal.id,
        result: 'achieved' as const,
        description: storyWords.reached,
      }));
      const { place, furtherStep } = storyWords;
      const summary = { heldOn: scope.today, place, present: [], course, results, delivered: [], personsView, furtherSteps: [furtherStep] };
      done('summing up', await holdSummary(scope, caseId(), null, summary));
    },
  };

  async function start(months: number): Promise<void> {
    const scope = day.as('planCoordinator');
    const startsOn = scope.today.add({ days: 1 });
    const endsOn = startsOn.add({ months }).subtract({ days: 1 });
    done('starting a plan', await startPlan(scope, caseId(), null, { startsOn, endsOn, copiesLast: false }));
  }

  function written(content: PlanContent, story: PlanStory, provider: string): Partial<PlanContent> {
    const [needId, words] = [newId(), storyWords];
    const action = { id: newId(), what: story.action, who: provider, when: words.asAgreed };
    return {
      strengths: [{ id: newId(), text: words.strength }],
      needs: [{ id: needId, area: words.needArea, description: story.need }],
      goals: [{ id: newId(), needIds: [needId], text: story.goal, measure: story.measure, actions: [action] }],
      services: content.services.map((service) => ({
        ...service,
        scope: service.scope || story.action,
        quantity: service.quantity ?? 16,
        place: service.place || words.atHome,
        providerId: setting.cast.providerId,
        provider,
        fee: service.fee || words.free,
      })),
      supportingActions: [{ id: newId(), what: story.neighbours, who: words.neighbours, when: '' }],
      responsibilities: [{ id: newId(), who: words.person, what: words.saysWhenWrong }],
      monitoring: [{ id: newId(), how: words.visit, when: words.everyTwoMonths, who: words.coordinator }],
    };
  }
}
