import { formatPhone } from '#shared/phone.ts';
import { requestTexts } from '../../../../texts/index.ts';
import { AddressFields, ContactFields } from '../../../form/RequestFields.tsx';
import { addressShape, checkAddress, checkContact, contactShape, readChecked, type Address, type Contact } from '../../../form/shapes.ts';
import { isOwnRequest, type JourneyPage } from '../JourneyPage.ts';

export const addressPage: JourneyPage<Address> = {
  step: 'adres',
  names: ['addressLine', 'postcode', 'town', 'noAddress'],
  isAsked: () => true,
  title: (lang, typed) => requestTexts.in(lang)(isOwnRequest(typed) ? 'address.titleSelf' : 'address.title'),
  read: (typed) => readChecked(addressShape, typed, checkAddress),
  fields: ({ lang, typed, errors }) => <AddressFields lang={lang} typed={typed} errors={errors} isOwn={isOwnRequest(typed)} />,
  answers: ({ addressLine, postcode, town, noAddress }, lang) => {
    const t = requestTexts.in(lang);
    if (noAddress && !addressLine && !postcode && !town) return [{ label: t('address.label'), value: t('address.noneAnswer') }];
    const written = (
      <>
        {addressLine}
        {addressLine && (postcode || town) ? ', ' : null}
        {postcode ? <span class="ok-unbroken">{postcode}</span> : null} {town}
      </>
    );
    return [{ label: t('address.label'), value: written }];
  },
};

const ways = { phone: 'contact.byPhone', email: 'contact.byEmail', post: 'contact.byPost', visit: 'contact.byVisit' } as const;

export const contactPage: JourneyPage<Contact> = {
  step: 'kontakt',
  names: ['phone', 'email', 'preferredContact', 'language'],
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('contact.title'),
  read: (typed) => readChecked(contactShape, typed, (contact) => checkContact(contact, typed.get('addressLine').trim() !== '')),
  fields: ({ lang, typed, errors }) => <ContactFields lang={lang} typed={typed} errors={errors} />,
  answers: ({ phone, email, preferredContact, language }, lang) => {
    const t = requestTexts.in(lang);
    return [
      { label: t('contact.phone'), value: phone && formatPhone(phone) },
      { label: t('contact.email'), value: email },
      { label: t('contact.preferredLabel'), value: t(ways[preferredContact]) },
      { label: t('contact.languageLabel'), value: t(`contact.${language}`) },
    ];
  },
};
