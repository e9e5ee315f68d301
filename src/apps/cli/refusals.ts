import type { UserRefusal } from '#modules/accounts/index.ts';
import type { CreateCentreRefusal, DescribeCentreRefusal } from '#modules/centres/index.ts';
import { rolesOfCentres } from './roles.ts';

/** Why a centre was not made, and what to do about it. */
export const centreRefusals: Readonly<Record<CreateCentreRefusal, string>> = {
  'bad-slug': 'a slug has small letters without accents, digits and hyphens, at least two, as in naklo-nad-notecia',
  'reserved-slug': 'this slug belongs to the platform itself; choose another',
  'no-name': 'the name is empty or longer than 200 characters',
  'not-a-gmina':
    'the code is not of a whole gmina: its last digit is 1 (urban), 2 (rural) or 3 (urban-rural); for a town or a rural part of an urban-rural gmina write 3',
  'unknown-gmina':
    'the gmina is not in the register of this installation, which at first knows only those of the demonstration; ' +
    'bring in the official TERC file with "okienko import terc FILE" (from eteryt.stat.gov.pl) and try again',
  'slug-taken': 'another centre, or this one under another name or code, has this slug',
};

/** Why nothing was written of a centre. */
export const descriptionRefusals: Readonly<Record<DescribeCentreRefusal, string>> = {
  'no-such-centre': 'no centre with this slug is open here; "okienko centre create" makes one',
  demonstration: 'this is a demonstration, where nobody answers in the name of a centre; only localities can be told',
  'not-a-phone': 'the telephone is no number that can be called',
  'not-an-email': 'the e-mail address is not one; it looks like cus@example.org',
  'not-hours': 'the hours name no time; they look like "poniedziałek–piątek 7:30–15:30"',
  'not-a-url': 'the website is no address; it looks like https://cus.example.org',
  'not-a-place': 'a locality is no name',
  'too-long': 'a text is longer than 300 characters',
  'too-many-places': 'there are more than 300 localities',
  'changed-meanwhile': 'somebody changed it in this moment; try again',
};

/** Why an account was not made, and what to do about it. */
export const userRefusals: Readonly<Record<UserRefusal, string>> = {
  'too-short': 'the password is too short; twelve characters at least',
  'too-long': 'the password is too long',
  'has-own-name': 'the password holds the name or the address of its owner',
  'too-common': 'the password is one of those tried first',
  'no-such-centre': 'no centre with this slug is open here; "okienko centre create" makes one',
  'no-such-role': `there is no such role; there are: ${rolesOfCentres.join(', ')}`,
  'provider-missing': 'people of a provider are added in the application, on the page of their provider',
  'not-an-email': 'the e-mail address is not one; it looks like anna@example.org',
};
