/** Sentences for tests of plans. */
import type { PlanContent } from './planContent.ts';
import type { PlanFacts } from './validatePlan.ts';

/** A plan with nothing missing, from 1 May 2025 to 30 April 2026. */
export function aPlanContent(change: Partial<PlanContent> = {}): PlanContent {
  return {
    startsOn: '2025-05-01',
    endsOn: '2026-04-30',
    strengths: [{ id: 'st1', text: 'Likes to cook' }],
    needs: [{ id: 'n1', area: 'home', description: 'Help with shopping' }],
    goals: [
      {
        id: 'g1',
        needIds: ['n1'],
        text: 'Food at home every day',
        measure: 'A full fridge',
        actions: [{ id: 'a1', what: 'Shopping', who: 'The carer', when: 'Mondays' }],
      },
    ],
    services: [
      {
        id: 'ps1',
        serviceId: 's1',
        name: 'Care at home',
        scope: 'Shopping, cooking',
        unit: 'hour',
        quantity: 10,
        per: 'month',
        from: '2025-05-01',
        to: '2026-04-30',
        place: 'At home',
        providerId: 'v1',
        provider: 'Cooperative',
        fee: 'Free',
      },
    ],
    supportingActions: [{ id: 'sa1', what: 'Walks', who: 'A volunteer', when: '' }],
    responsibilities: [{ id: 'r1', who: 'The person', what: 'Says when something is wrong' }],
    monitoring: [{ id: 'm1', how: 'A visit', when: 'Every two months', who: 'The coordinator' }],
    ...change,
  };
}

export const planFacts: PlanFacts = { law: { planMaxMonths: 12 }, firstStartsOn: null, qualifiedServiceIds: ['s1'] };
