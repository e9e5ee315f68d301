/** The version of the standard that is answered. */
export const HSDS_VERSION = '3.1';
/** The name and version of our profile. */
export const PROFILE = { name: 'HSDS-PL', version: '1.0' } as const;
/** Under which published data may be used again. */
export const DATA_LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

const text = (description: string) => ({ type: 'string', description });

/**
 * The profile as an overlay of the standard's schemas (JSON Merge Patch, RFC 7396): what is written here is added to or
 * replaces what the schema of that name says; null removes. It adds one optional object and changes no term of the standard.
 */
export const PROFILE_OVERLAY = {
  'service.json': {
    properties: {
      okienko: {
        name: 'okienko',
        type: 'object',
        description: 'What the card of a Polish Social Services Centre holds and HSDS has no term for. Every part is optional.',
        properties: {
          slug: text('The readable part of the address of the card.'),
          summary: text('One sentence for lists.'),
          limits: {
            type: 'array',
            description: 'How much of the service one person, household or the whole service may use: amount, unit, per, of, note.',
            items: { type: 'object' },
          },
          limitsText: text('Limits as the card states them, where they cannot be counted.'),
          capacity: { type: 'number', description: 'How many people may use it at once.' },
          feeKind: text('free, flat-per-unit, flat-per-period, by-income or other.'),
          feePer: text('The unit or period to which a flat fee belongs.'),
          vacancy: {
            type: 'object',
            description:
              'Free places, who waits, predicted days of waiting, and when that was so; `counted` (all and taken places) where the centre keeps the places itself.',
          },
          contactPhone: text('The telephone number that the card shows first.'),
          validFrom: { type: 'string', format: 'date', description: 'The first day on which it may be asked for.' },
          validTo: { type: 'string', format: 'date', description: 'The last day on which it may be asked for.' },
          source: text('The public page from which the card was taken.'),
          demo: { type: 'boolean', description: 'True for a service made up for demonstration.' },
          translations: { type: 'object', description: 'Name and summary in other languages, by their code.' },
          externalId: text('The id it has in the system it came from, when that is no UUID.'),
        },
      },
    },
  },
  'organization.json': {
    properties: {
      okienko: {
        name: 'okienko',
        type: 'object',
        description: 'What HSDS has no term for: by what an entity of the social economy proves its status, and for how long.',
        properties: { proof: { type: 'object' } },
      },
    },
  },
  'location.json': {
    properties: {
      okienko: {
        name: 'okienko',
        type: 'object',
        description: 'The address as far as it is known; HSDS takes only whole ones.',
        properties: {
          street: text('Street and number.'),
          postcode: text('As 86-050.'),
          town: text('Town or village.'),
          voivodeship: text('Voivodeship.'),
        },
      },
    },
  },
} as const;

/** Terms that the profile adds, as a checker that forbids foreign terms needs them: by schema, then by name. */
export const PROFILE_TERMS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(PROFILE_OVERLAY).map(([schema, { properties }]) => [schema, Object.keys(properties)]),
);
