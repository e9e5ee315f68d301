import type { CentreScope } from '#platform/http/index.ts';
import type { Metadata } from '../domain/parts.ts';
import type { Candidate, ServiceRecord } from '../domain/service.ts';
import { findChangeIds } from '../store/catalogueStore.ts';

/**
 * Candidates without what publishing adds to the centre's cards, so that its own open data comes back as it was: the centre
 * itself as the provider of cards that name none, and its own changes told as metadata.
 */
export async function undoPublication(scope: CentreScope, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const ids = candidates.flatMap(({ service }) => metadataOf(service).flatMap(({ id }) => id ?? []));
  const ours = ids.length === 0 ? new Set<string>() : await findChangeIds(scope.tx, [...new Set(ids)]);
  const brought = (metadata: readonly Metadata[]) => metadata.filter(({ id }) => id === undefined || !ours.has(id));
  /** A provider or a place of which nothing is told has no list at all. */
  const told = (metadata: readonly Metadata[] = []) => (brought(metadata).length > 0 ? { metadata: brought(metadata) } : {});
  return candidates.map((candidate) => {
    const { service } = candidate;
    const provider = service.provider?.id === scope.centre.id ? null : service.provider;
    return {
      ...candidate,
      service: {
        ...service,
        metadata: brought(service.metadata),
        provider: provider && { ...withoutMetadata(provider), ...told(provider.metadata) },
        places: service.places.map((place) => ({ ...withoutMetadata(place), ...told(place.metadata) })),
      },
    };
  });
}

const metadataOf = ({ metadata, provider, places }: ServiceRecord): readonly Metadata[] => [
  ...metadata,
  ...(provider?.metadata ?? []),
  ...places.flatMap((place) => place.metadata ?? []),
];

function withoutMetadata<Part extends { readonly metadata?: unknown }>({ metadata: _, ...rest }: Part): Omit<Part, 'metadata'> {
  return rest;
}
