import type { CentreScope } from '#platform/http/index.ts';
import type { Letterhead } from './parts.ts';

/** The head of a document that the centre of the scope issues today; in Polish unless told. */
export function letterheadOf(
  { centre, world, today }: CentreScope,
  caseNumber: string,
  language: Letterhead['language'] = 'pl',
): Letterhead {
  return {
    centreName: centre.displayName,
    addressLine: centre.address ?? centre.gminaName,
    place: townOf(centre.address) ?? centre.gminaName,
    issuedOn: today.toString(),
    caseNumber,
    isDemonstration: world.isDemo || centre.isDemo,
    language,
    contact: { ...(centre.phone && { phone: centre.phone }), ...(centre.email && { email: centre.email }) },
  };
}

/** The town after a postcode: `ul. Łąkowa 12, 00-000 Lipowo` gives `Lipowo`. */
function townOf(address: string | null): string | undefined {
  return /\d{2}-\d{3}\s+(.+)$/u.exec(address ?? '')?.[1]?.trim();
}
