export interface QualificationTables {
  'qualification.offerRule': {
    centreId: string;
    serviceId: string;
    version: number;
    conditions: unknown;
    placeLimit: number | null;
    inForceFrom: Temporal.PlainDate | null;
    inForceTo: Temporal.PlainDate | null;
    programme: string | null;
    resolution: string | null;
    source: string | null;
    setBy: string | null;
    setByName: string;
    setAt: Temporal.Instant;
  };
  'qualification.pool': { centreId: string; serviceId: string; changes: number };
  'qualification.place': {
    centreId: string;
    serviceId: string;
    caseId: string;
    personId: string;
    state: 'taken' | 'waiting';
    filedAt: Temporal.Instant;
    since: Temporal.Instant;
  };
  'qualification.placeChange': {
    centreId: string;
    id: string;
    serviceId: string;
    caseId: string;
    kind: 'taken' | 'waiting' | 'left';
    at: Temporal.Instant;
    actor: string;
  };
  'qualification.settlement': {
    centreId: string;
    id: string;
    caseId: string;
    serviceId: string;
    conditionId: string;
    isMet: boolean | null;
    note: string;
    settledBy: string | null;
    settledByName: string;
    settledAt: Temporal.Instant;
  };
  'qualification.proposal': {
    centreId: string;
    caseId: string;
    serviceId: string;
    proposedBy: string | null;
    proposedByName: string;
    proposedAt: Temporal.Instant;
  };
  'qualification.decision': {
    centreId: string;
    id: string;
    number: string;
    caseId: string;
    serviceId: string;
    factualReasons: string;
    legalReasons: string;
    signedBy: string | null;
    signedByName: string;
    signedOn: Temporal.PlainDate;
    documentId: string;
  };
  'qualification.numbering': { centreId: string; year: number; last: number };
}
