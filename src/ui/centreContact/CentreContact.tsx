import { MailIcon, PhoneIcon, PlaceIcon } from '#ui/icons/icons.tsx';
import { Link } from '#ui/link/Link.tsx';
import type { CentreOnPage } from '#ui/page/PageFrame.ts';
import { PhoneLinks } from '#ui/phoneNumbers/PhoneLinks.tsx';

export type CentreContactProps = {
  readonly centre: Pick<CentreOnPage, 'name' | 'address' | 'phone' | 'email' | 'hours' | 'website'>;
};

/** How a centre is reached, as residents read it at the foot of every page. */
export function CentreContact({ centre }: CentreContactProps) {
  return (
    <div class="ok-contact">
      <p class="ok-contact-name">{centre.name}</p>
      {centre.address ? (
        <p class="ok-with-icon">
          <PlaceIcon />
          <span>{centre.address}</span>
        </p>
      ) : null}
      {centre.phone ? (
        <p class="ok-with-icon">
          <PhoneIcon />
          <span>
            <PhoneLinks number={centre.phone} />
          </span>
        </p>
      ) : null}
      {centre.email ? (
        <p class="ok-with-icon">
          <MailIcon />
          <a class="ds-link" href={`mailto:${centre.email}`}>
            {centre.email}
          </a>
        </p>
      ) : null}
      {centre.hours ? <p>{centre.hours}</p> : null}
      {centre.website ? (
        <p>
          <Link external href={centre.website}>
            {siteName(centre.website)}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

/** The address without what nobody says aloud. */
const siteName = (address: string) => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
