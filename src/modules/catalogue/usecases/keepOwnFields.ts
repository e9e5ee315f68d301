import type { CentreScope } from '#platform/http/index.ts';
import type { Candidate } from '../domain/service.ts';
import { getServices } from './services.ts';

/**
 * Candidates of a file that speaks the standard alone, with what the standard has no term for as the catalogue has it: such a
 * file says nothing of it, so it stays.
 */
export async function keepOwnFields(scope: CentreScope, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const known = await getServices(
    scope,
    candidates.map(({ service }) => service.id),
  );
  return candidates.map((candidate) => {
    const { service } = candidate;
    const was = known.get(service.id);
    if (!was) return candidate;
    const { summary, limits, limitsText, capacity, validFrom, validTo, source, demo, translations, contact, fee } = was;
    const { provider, phone } = { provider: service.provider, phone: service.contact.phone };
    const isSameProvider = provider?.id !== undefined && provider.id === was.provider?.id;
    // The standard has one list of telephones; the card's own one is among them.
    const isDescribed = phone !== null && was.phones.some(({ number }) => number === phone);
    return {
      ...candidate,
      service: {
        ...service,
        // A file without our terms knows no areas of the Act.
        areas: service.areas.length > 0 ? service.areas : was.areas,
        ...{ summary, limits, limitsText, capacity, validFrom, validTo, source, demo, translations },
        externalId: service.externalId ?? was.externalId,
        // Of a price the standard tells the amount alone.
        fee: {
          ...service.fee,
          kind: (service.fee.kind === 'other' ? fee.kind : null) ?? service.fee.kind ?? fee.kind,
          per: service.fee.per ?? fee.per,
        },
        contact: { ...service.contact, phone: isDescribed ? contact.phone : phone },
        provider: isSameProvider ? { ...was.provider, ...provider } : provider,
        places: service.places.map((place) => ({ ...was.places.find(({ id }) => id !== undefined && id === place.id), ...place })),
      },
    };
  });
}
