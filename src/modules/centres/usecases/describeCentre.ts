import { ok, refuse, type Result } from '#shared/result.ts';
import { isPublicNumber } from '#shared/phone.ts';
import type { World } from '#platform/world.ts';
import { findCentreRow, saveOwnFacts } from '../store/centreStore.ts';

/** What a centre tells of itself; what is left out stays as it is, an empty text takes it away. */
export interface CentreDescription {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** One line: street, postcode, town. */
  readonly address?: string | undefined;
  /** When somebody answers: `poniedziałek–piątek 7:30–15:30`. */
  readonly hours?: string | undefined;
  /** Names of towns and villages of the gmina, by which residents narrow the list of services. */
  readonly localities?: readonly string[] | undefined;
}
export type DescribeCentreRefusal = 'no-such-centre' | 'demonstration' | 'not-a-phone' | 'not-an-email' | 'too-long';

const longest = 300;
const mostLocalities = 300;

/**
 * Writes down how a centre is reached and which places its gmina has. In a demonstration it is refused: nobody answers
 * there in the name of a real centre.
 */
export async function describeCentre(world: World, slug: string, told: CentreDescription): Promise<Result<void, DescribeCentreRefusal>> {
  const centre = await findCentreRow(world.database, slug);
  if (!centre?.isOpen) return refuse('no-such-centre');
  if (world.isDemo || centre.isDemo) return refuse('demonstration');
  const { phone, email, address, hours } = told;
  const localities = told.localities && [...new Set(told.localities.map(clean).filter((name) => name !== ''))];
  if (phone && !isPublicNumber(phone)) return refuse('not-a-phone');
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return refuse('not-an-email');
  const texts = [phone, email, address, hours, ...(localities ?? [])];
  if (texts.some((text) => (text?.length ?? 0) > longest) || (localities?.length ?? 0) > mostLocalities) return refuse('too-long');
  await saveOwnFacts(world.database, slug, {
    contact: { ...written('phone', phone), ...written('email', email), ...written('address', address) },
    own: { ...written('hours', hours), ...(localities && { localities: localities.length === 0 ? null : localities }) },
  });
  return ok(undefined);
}

const clean = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
const written = <Name extends string>(name: Name, text: string | undefined) =>
  (text === undefined ? {} : { [name]: clean(text) === '' ? null : clean(text) }) as Partial<Record<Name, string | null>>;
