/**
 * Services in the Core Public Service Vocabulary, application profile 3.2.0, as JSON-LD. Every node of a code list states its
 * class, because the shapes of the profile ask for it. https://semiceu.github.io/CPSV-AP/releases/3.2.0/
 */
import { asNumber, asObject, asObjects, asText, type JsonObject } from './entries.ts';
import { cardOf, descriptionOf, inPolish, namesOf, placesOf, termsOf, withoutEmpty, type Publisher } from './linkedData.ts';

export const CPSV_CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const POLISH = 'http://publications.europa.eu/resource/authority/language/POL';
const ZLOTY = 'http://publications.europa.eu/resource/authority/currency/PLN';
/** The Act on the provision of social services by a social services centre. */
const ACT = 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20190001818';

const concept = (id: string, name: string, language = 'pl') => ({
  '@id': id,
  '@type': 'skos:Concept',
  'skos:prefLabel': { '@language': language, '@value': name },
});
const reference = (id: string) => ({ '@id': id });

/** The nodes that describe the publisher itself; every service refers to them. */
export function publisherNodes(publisher: Publisher): JsonObject[] {
  return [
    {
      '@id': publisher.url,
      '@type': ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'],
      'dct:identifier': `TERYT ${publisher.teryt}`,
      'dct:title': inPolish(publisher.name),
      'skos:prefLabel': inPolish(publisher.name),
      'dct:spatial': reference(`${publisher.url}#gmina`),
    },
    {
      '@id': `${publisher.url}#gmina`,
      '@type': 'dct:Location',
      'dct:identifier': publisher.teryt,
      'skos:prefLabel': inPolish(publisher.gminaName),
    },
    { '@id': POLISH, '@type': 'dct:LinguisticSystem', 'skos:prefLabel': inPolish('polski') },
    { '@id': ACT, '@type': 'eli:LegalResource' },
  ];
}

/** The nodes of one service, the service first. `service` is its full HSDS object. */
export function serviceNodes(service: JsonObject, publisher: Publisher): JsonObject[] {
  const at = cardOf(publisher, service);
  const id = asText(service['id']) ?? '';
  const part = (name: string) => `${at}#${name}`;
  const terms = termsOf(service);
  const ofTaxonomy = (words: RegExp) =>
    terms.filter(({ taxonomy }) => words.test(taxonomy)).map((term) => concept(`urn:uuid:${term.id}`, term.name));
  const eligibility = asText(service['eligibility_description']);
  const documents = asObjects(service['required_documents']).flatMap((each) => asText(each['document']) ?? []) as string[];
  const channels = channelsOf(service, publisher, part);
  const costs = costsOf(service, publisher, part);
  const keywords = terms.filter(({ taxonomy }) => /^Słowa/.test(taxonomy)).flatMap(({ name }) => inPolish(name));
  const whole = withoutEmpty({
    '@id': at,
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': namesOf(service),
    'dct:description': inPolish(descriptionOf(service)),
    'dct:language': [reference(POLISH)],
    'adms:status': concept('http://purl.org/adms/status/Completed', 'Completed', 'en'),
    'dct:spatial': [reference(`${publisher.url}#gmina`)],
    'dcat:keyword': keywords,
    'dct:modified': { '@type': 'xsd:dateTime', '@value': asText(service['last_modified']) },
    'foaf:page': { '@id': at, '@type': 'foaf:Document' },
    'cv:hasCompetentAuthority': reference(publisher.url),
    'cv:hasLegalResource': [reference(ACT)],
    'cv:thematicArea': ofTaxonomy(/^Obszary/),
    'dct:audience': ofTaxonomy(/^Grupy/),
    'cv:contactPoint': reference(part('kontakt')),
    'cv:hasChannel': channels.map((channel) => reference(channel['@id'] as string)),
    'cv:hasCost': costs.map((cost) => reference(cost['@id'] as string)),
    'cv:holdsRequirement': eligibility === null ? [] : [reference(part('dla-kogo'))],
    'cv:hasInputType': documents.map((_, index) => reference(part(`dokument-${index + 1}`))),
    'cv:hasParticipation': asObject(service['organization']) ? [reference(part('wykonawca'))] : [],
  });
  const requirement =
    eligibility === null
      ? []
      : [{ '@id': part('dla-kogo'), '@type': 'cv:Requirement', 'dct:identifier': `${id}#dla-kogo`, 'dct:title': inPolish(eligibility) }];
  const evidence = documents.map((document, index) => ({
    '@id': part(`dokument-${index + 1}`),
    '@type': 'cv:EvidenceType',
    'dct:identifier': `${id}#dokument-${index + 1}`,
    'dct:title': inPolish(document),
  }));
  return [
    whole,
    contactOf(service, publisher, part),
    ...channels,
    ...costs,
    ...requirement,
    ...evidence,
    ...participationOf(service, part),
  ];
}

type Part = (name: string) => string;

function contactOf(service: JsonObject, publisher: Publisher, part: Part): JsonObject {
  const [phone] = asObjects(service['phones']);
  const page = asText(service['url']) ?? part('').replace('#', '');
  return withoutEmpty({
    '@id': part('kontakt'),
    '@type': 'cv:ContactPoint',
    'schema:telephone': asText(phone?.['number']) ?? publisher.phone,
    'schema:email': asText(service['email']) ?? publisher.email,
    'cv:contactPage': { '@id': page, '@type': 'foaf:Document' },
    'cv:openingHours': hoursOf(service, part),
  });
}

function hoursOf(service: JsonObject, part: Part): JsonObject[] {
  return asObjects(service['schedules']).flatMap((schedule, index) => {
    const byday = asText(schedule['byday']);
    const times = [schedule['opens_at'], schedule['closes_at']].map(asText).filter((each) => each !== null);
    const words = asText(schedule['description']) ?? (byday === null ? null : `${byday} ${times.join('–')}`.trim());
    return words === null
      ? []
      : [{ '@id': part(`godziny-${index + 1}`), '@type': 'time:TemporalEntity', 'dct:description': inPolish(words) } as JsonObject];
  });
}

/** Ways to the service: the form of the portal, a telephone, each of its places. */
function channelsOf(service: JsonObject, publisher: Publisher, part: Part): JsonObject[] {
  const id = asText(service['id']) ?? '';
  const owned = { 'cv:ownedBy': [reference(publisher.url)] };
  const typed = (name: string, label: string) => concept(`${publisher.url}/hsds/profile#kanal-${name}`, label);
  const apply = `${publisher.url}/zgloszenie?usluga=${id}`;
  return [
    {
      '@id': part('kanal-zgloszenie'),
      '@type': 'cv:Channel',
      'dct:identifier': `${id}#kanal-zgloszenie`,
      'dct:type': typed('zgloszenie', 'zgłoszenie przez internet'),
      'dct:description': inPolish(asText(service['application_process']) ?? apply),
      'foaf:page': { '@id': apply, '@type': 'foaf:Document' },
      ...owned,
    },
    ...placesOf(service).map((place) => ({
      '@id': part(`kanal-${place.id}`),
      '@type': 'cv:Channel',
      'dct:identifier': `${id}#kanal-${place.id}`,
      'dct:type': typed('miejsce', 'na miejscu'),
      'dct:description': inPolish(place.name),
      'locn:address': {
        '@id': part(`adres-${place.id}`),
        '@type': 'locn:Address',
        'locn:fullAddress': inPolish(`${place.street}, ${place.postcode} ${place.city}`),
        'locn:postCode': place.postcode,
        'locn:postName': inPolish(place.city),
        'locn:thoroughfare': inPolish(place.street),
      },
      ...owned,
    })),
  ];
}

function costsOf(service: JsonObject, publisher: Publisher, part: Part): JsonObject[] {
  const id = asText(service['id']) ?? '';
  const words = asText(service['fees_description']);
  const options = asObjects(service['cost_options']);
  const known = options.length > 0 ? options : words === null ? [] : [{}];
  return known.map((option, index) => {
    const amount = asNumber(option['amount']);
    const described = asText(option['amount_description']) ?? words;
    return withoutEmpty({
      '@id': part(`koszt-${index + 1}`),
      '@type': 'cv:Cost',
      'dct:identifier': `${id}#koszt-${index + 1}`,
      'cv:hasValue': amount === null ? null : { '@type': 'xsd:double', '@value': String(amount) },
      'cv:currency': amount === null || (asText(option['currency']) ?? 'PLN') !== 'PLN' ? null : concept(ZLOTY, 'złoty'),
      'dct:description': described === null ? null : inPolish(described),
      'cv:isDefinedBy': [reference(publisher.url)],
    });
  });
}

/** Who delivers the service, where that is not said to be the centre itself. */
function participationOf(service: JsonObject, part: Part): JsonObject[] {
  const organization = asObject(service['organization']);
  const [id, name] = [asText(organization?.['id']), asText(organization?.['name'])];
  if (id === null || name === null) return [];
  return [
    {
      '@id': part('wykonawca'),
      '@type': 'cv:Participation',
      'dct:identifier': `${asText(service['id']) ?? ''}#wykonawca`,
      'dct:description': inPolish(`${name}`),
      'cv:role': concept('http://data.europa.eu/m8g/ServiceProvider', 'wykonawca usługi'),
      'cv:hasParticipant': {
        '@id': `urn:uuid:${id}`,
        '@type': ['foaf:Agent', 'org:Organization'],
        'dct:identifier': id,
        'dct:title': inPolish(name),
      },
    },
  ];
}
