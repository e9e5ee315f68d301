/** The fourteen statutory areas, by their number (art. 2(1) of the Act of 19 July 2019); names are in data/areas.json. */
export const AREA_CODES = [
  'PRO_FAMILY',
  'FAMILY_SUPPORT',
  'FOSTER_CARE',
  'SOCIAL_ASSISTANCE',
  'HEALTH',
  'DISABILITY',
  'EDUCATION',
  'UNEMPLOYMENT',
  'CULTURE',
  'SPORT_TOURISM',
  'CIVIC',
  'HOUSING',
  'ENVIRONMENT',
  'REINTEGRATION',
] as const;
export type AreaCode = (typeof AREA_CODES)[number];

/** The statutory names in the same order, as exchange files write them. */
export const AREA_NAMES_PL: readonly string[] = [
  'polityka prorodzinna',
  'wspieranie rodziny',
  'system pieczy zastępczej',
  'pomoc społeczna',
  'promocja i ochrona zdrowia',
  'wspieranie osób niepełnosprawnych',
  'edukacja publiczna',
  'przeciwdziałanie bezrobociu',
  'kultura',
  'kultura fizyczna i turystyka',
  'pobudzanie aktywności obywatelskiej',
  'mieszkalnictwo',
  'ochrona środowiska',
  'reintegracja zawodowa i społeczna',
];

/** Published, hidden while being prepared, for a time not on offer, or ended. */
export const SERVICE_STATUSES = ['active', 'draft', 'paused', 'ended'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

export const LIMIT_UNITS = ['hour', 'visit', 'ride', 'session', 'use', 'day', 'month', 'km', 'person'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];
export const LIMIT_PERIODS = ['day', 'week', 'month', 'year', 'programme', 'use', 'once'] as const;

export const FEE_KINDS = ['free', 'flat-per-unit', 'flat-per-period', 'by-income', 'other'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** Where the person is served: at their home, at a place of the provider, or by telephone or network. */
export const MODES = ['at-home', 'on-site', 'remote'] as const;
export type Mode = (typeof MODES)[number];

/**
 * What a provider is: the centre itself, another unit of the gmina, another public body, an organisation, another social
 * economy entity, a social enterprise (by status, with proof), a firm, a person.
 */
export const PROVIDER_KINDS = [
  'centre',
  'gmina-unit',
  'public-body',
  'ngo',
  'social-economy',
  'social-enterprise',
  'company',
  'person',
] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** What makes a place usable for people with disabilities. */
export const ACCESSIBILITY_FEATURES = [
  'wheelchair',
  'lift',
  'toilet',
  'parking',
  'induction-loop',
  'sign-language',
  'guide-dog',
  'quiet-room',
  'easy-to-read',
] as const;
export type AccessibilityFeature = (typeof ACCESSIBILITY_FEATURES)[number];

/** The features as exchange files write them. */
export const FEATURE_NAMES_PL: Readonly<Record<AccessibilityFeature, string>> = {
  wheelchair: 'wejście i przejścia dla osób na wózku',
  lift: 'winda',
  toilet: 'toaleta dla osób z niepełnosprawnością',
  parking: 'miejsce parkingowe dla osób z niepełnosprawnością',
  'induction-loop': 'pętla indukcyjna',
  'sign-language': 'polski język migowy',
  'guide-dog': 'wstęp z psem asystującym',
  'quiet-room': 'ciche miejsce',
  'easy-to-read': 'tekst łatwy do czytania',
};
