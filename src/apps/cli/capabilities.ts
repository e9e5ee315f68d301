import { makeUserOfCentre } from '#modules/accounts/index.ts';
import { auditFaultInWords, verifyAudit } from '#platform/audit/verifyAudit.ts';
import { OperatorError } from '#platform/operatorError.ts';
import { createCentre, describeCentre, type CentreDescription, type Described } from '#modules/centres/index.ts';
import { loadDemo, resetDemo } from '#modules/demo/index.ts';
import { catalogueCapabilities } from './catalogueCapabilities.ts';
import { checkCapabilities } from './checkCapabilities.ts';
import { centreRefusals, descriptionRefusals, userRefusals } from './refusals.ts';
import type { OpenedWorld } from './world.ts';

type CatalogueCapabilities = typeof catalogueCapabilities & typeof checkCapabilities;

/**
 * What the verbs of the program ask of the modules. This is the only place where the two meet: a
 * module that can do one of these adds its function to {@link capabilities}; until then the verb
 * says that it is not available yet and fails.
 */
export interface Capabilities extends CatalogueCapabilities {
  /** Makes what is missing of the demonstration; quick when it is all there. */
  loadDemo(opened: OpenedWorld, note: (line: string) => void): Promise<readonly DemoAccount[]>;
  /** Removes everything that people did in the demonstration and makes it anew. */
  resetDemo(opened: OpenedWorld, note: (line: string) => void): Promise<readonly DemoAccount[]>;
  createCentre(
    opened: OpenedWorld,
    input: { slug: string; name: string; teryt: string; kind: 'centre' | 'regionalOffice' },
  ): Promise<{ id: string; slug: string }>;
  /** Writes down how a centre is reached and which places its gmina has. */
  describeCentre(opened: OpenedWorld, slug: string, told: CentreDescription): Promise<Described>;
  createUser(opened: OpenedWorld, input: NewUser): Promise<{ id: string; email: string }>;
  /** Recomputes the chain of seals over the audit log, centre by centre. */
  verifyAudit(opened: OpenedWorld): Promise<readonly AuditVerdict[]>;
}

export interface DemoAccount {
  readonly role: string;
  readonly centre: string;
  readonly email: string;
  readonly password: string;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Undefined only for an administrator of the platform. */
  readonly centreSlug: string | undefined;
  /** Undefined: the person gets a link to choose one. */
  readonly password: string | undefined;
}

export interface AuditVerdict {
  readonly centre: string;
  readonly seals: number;
  /** What does not fit; undefined when the chain is whole. */
  readonly fault: string | undefined;
}

export const capabilities: Partial<Capabilities> = {
  loadDemo: ({ world }, note) => loadDemo(world, note),
  async resetDemo({ world, ownerPool }, note) {
    const made = await resetDemo(world, ownerPool, note);
    if (!made.ok) throw new OperatorError(`Nothing was removed: ${made.refusal}.`);
    return made.value;
  },
  ...catalogueCapabilities,
  ...checkCapabilities,
  async createCentre({ world }, input) {
    const made = await createCentre(world, input);
    if (!made.ok) throw new OperatorError(`The centre was not made: ${centreRefusals[made.refusal]}.`);
    return made.value;
  },
  async describeCentre({ world }, slug, told) {
    const written = await describeCentre(world, slug, told);
    if (!written.ok) throw new OperatorError(`Nothing was written: ${descriptionRefusals[written.refusal]}.`);
    return written.value;
  },
  async createUser({ world }, { centreSlug, ...input }) {
    if (centreSlug === undefined) throw new OperatorError('Name the centre with --centre.');
    const made = await makeUserOfCentre(world, { ...input, centreSlug });
    if (!made.ok) throw new OperatorError(`The account was not made: ${userRefusals[made.refusal]}.`);
    return made.value;
  },
  async verifyAudit({ world }) {
    const reports = await verifyAudit(world.database, world.clock());
    return reports.map(({ centre, seals, faults }) => ({
      centre,
      seals,
      fault: faults.length > 0 ? faults.map(auditFaultInWords).join('; ') : undefined,
    }));
  },
};
