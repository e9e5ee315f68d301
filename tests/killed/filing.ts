/** One person's request on the portal, in a browser of its own, up to the button that sends it. */
export interface Filing {
  readonly number: number;
  readonly path: string;
  readonly body: string;
  readonly cookies: Map<string, string>;
  /** The case it became, once its confirmation arrived. */
  caseId: string | undefined;
  /** Why it was not confirmed the last time. */
  problem: string;
}

const answers = (number: number): readonly (readonly [string, Readonly<Record<string, string>>])[] => [
  ['kto', { applicantType: 'self' }],
  ['osoba', { givenName: 'Łucja', familyName: `Zmyślona-${number}`, birthDate: `${1 + (number % 28)}.05.1948` }],
  ['adres', { addressLine: `Źródlana ${number + 1}`, postcode: '00-000', town: 'Solec Kujawski' }],
  ['kontakt', { phone: '600 100 200', preferredContact: 'phone', language: 'pl' }],
  ['sytuacja', { urgent: 'no' }],
  ['zgody', { seenConsents: 'yes' }],
];

async function ask(address: string, path: string, cookies: Map<string, string>, body?: URLSearchParams | string): Promise<Response> {
  const response = await fetch(new URL(path, address), {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      'accept-language': 'pl',
      origin: new URL(address).origin,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body !== undefined && { body: body.toString() }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  return response;
}

/** Answers every page and reads the form of the last one. */
export async function begin(address: string, slug: string, number: number): Promise<Filing> {
  const cookies = new Map<string, string>();
  const step = (name: string) => `/${slug}/zgloszenie/${name}`;
  const answer = async (name: string, typed: URLSearchParams) => {
    const response = await ask(address, step(name), cookies, typed);
    if (response.status !== 303) throw new Error(`${name} answered ${response.status}: ${(await response.text()).slice(0, 400)}`);
    await response.body?.cancel();
  };
  const [who, ...others] = answers(number);
  if (who) await answer(who[0], new URLSearchParams(who[1]));
  const choosing = await (await ask(address, step('uslugi'), cookies)).text();
  const services = [...choosing.matchAll(/name="services"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="services"/g)];
  await answer('uslugi', new URLSearchParams(services.map((each) => ['services', each[1] ?? each[2] ?? ''])));
  for (const [name, typed] of others) await answer(name, new URLSearchParams(typed));
  const check = await (await ask(address, step('sprawdz'), cookies)).text();
  const body = new URLSearchParams(
    ['_key', 'mark'].map((name) => [name, new RegExp(`name="${name}" value="([^"]+)"`).exec(check)?.[1] ?? ''] as [string, string]),
  );
  if (!body.get('_key') || !body.get('mark')) throw new Error(`the check page has no form: ${check.slice(0, 400)}`);
  return { number, path: step('wyslij'), body: body.toString(), cookies, caseId: undefined, problem: 'not sent' };
}

/** Sends it, the same each time. A lost connection leaves it unconfirmed. */
export async function send(address: string, filing: Filing): Promise<void> {
  try {
    const cookies = new Map([...filing.cookies].filter(([name]) => name !== 'okienko_case'));
    const response = await ask(address, filing.path, cookies, filing.body);
    await response.arrayBuffer();
    const caseId = caseIn(cookies.get('okienko_case'));
    if (response.status === 303 && caseId) filing.caseId = caseId;
    else filing.problem = `answered ${response.status} ${response.headers.get('location') ?? ''}`;
  } catch (thrown) {
    filing.problem = thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** The case that the signed cookie of a confirmation opens. */
function caseIn(cookie: string | undefined): string | undefined {
  const readable = cookie === undefined ? '' : decodeURIComponent(cookie);
  const texts = [readable, ...readable.split('.').map((part) => Buffer.from(part, 'base64url').toString())];
  return texts.flatMap((text) => /^\S{36} ([0-9a-f-]{36}) /.exec(text)?.[1] ?? [])[0];
}

/** What is missing of the requests that were confirmed; nothing when each is there, whole. */
export async function confirmedIn(row: (question: string) => Promise<Record<string, unknown>>, all: readonly Filing[]): Promise<string[]> {
  const faults: string[] = [];
  const confirmed = all.filter((filing) => filing.caseId !== undefined);
  if (new Set(confirmed.map((filing) => filing.caseId)).size !== confirmed.length) faults.push('two people have one case');
  for (const { number, caseId } of confirmed) {
    const found = await row(`select
      (select family_name from people.person p where p.id = r.person_id) as name,
      (select count(*)::int from requests.request q where q.case_id = r.id and q.person_id = r.person_id) as requests,
      (select count(*)::int from cases.event e where e.case_id = r.id) as events,
      (select count(*)::int from platform.document d where d.case_id = r.id and length(d.bytes) > 1000) as documents
      from cases.record r where r.id = '${caseId}'`);
    const isWhole =
      found['name'] === `Zmyślona-${number}` && found['requests'] === 1 && Number(found['events']) > 0 && found['documents'] === 1;
    if (!isWhole) faults.push(`${caseId} of number ${number}: ${JSON.stringify(found)}`);
  }
  return faults;
}
