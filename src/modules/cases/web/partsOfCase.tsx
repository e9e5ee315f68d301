import type { Child } from 'hono/jsx';
import type { CentreContext } from '#platform/http/index.ts';
import type { CaseSection } from '#platform/module.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { Heading, Section } from '#ui/index.ts';
import type { CaseState } from '../domain/caseState.ts';

/** Sections from this order on, such as the log of who looked, come at the end of the page. */
const lastOrder = 900;

interface DrawnSection {
  readonly key: string;
  readonly title: string;
  readonly body: Child;
  /** Few people need it: it stands after all else. */
  readonly isLast: boolean;
}

/** The sections that modules contribute to the page of a case, in order; those without content are left out. */
export async function drawSections(c: CentreContext, audience: CaseSection['audience'], caseId: string): Promise<DrawnSection[]> {
  const contributed = c.world.modules
    .flatMap((module) => module.caseSections ?? [])
    .filter((section) => section.audience === audience && section.may.allows(c.actor).allowed)
    .toSorted((a, b) => a.order - b.order);
  const drawn: DrawnSection[] = [];
  for (const section of contributed) {
    const body = await section.render(c, c.scope, caseId);
    if (body !== null) drawn.push({ key: section.key, title: section.title(c.lang), body, isLast: section.order >= lastOrder });
  }
  return drawn;
}

/** Those sections one below the other; each can be linked to by its key. */
export const DrawnSections = ({ sections }: { readonly sections: readonly DrawnSection[] }) => (
  <>
    {sections.map(({ key, title, body }) => (
      <Section labelledBy={key}>
        <Heading level={2} id={key}>
          {title}
        </Heading>
        {body}
      </Section>
    ))}
  </>
);

/** The requested services of a case with their cards, read at once. */
export async function servicesOnPage(c: CentreContext, state: CaseState) {
  const cards = await getServices(
    c.scope,
    state.services.map((each) => each.serviceId),
  );
  return state.services.flatMap((each) => {
    const card = cards.get(each.serviceId);
    return card ? [{ ...each, card }] : [];
  });
}
