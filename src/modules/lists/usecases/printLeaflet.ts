import { formatDate } from '#shared/polishDate.ts';
import { renderPdf } from '#platform/documents/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { leaflet, type LeafletData } from '../documents/leaflet.ts';
import { qrCodeOf } from '../documents/qrCode.ts';
import { leafletTexts } from '../texts/leaflet.ts';
import { phoneLine, type ToldService } from './tellService.ts';

export interface LeafletWish {
  /** Letters of 18 points. */
  readonly isLarge: boolean;
  /** The name of a list; the leaflet of one service bears the service's. */
  readonly title: string;
  /** What a reader wrote to themselves, by service. */
  readonly notes: ReadonlyMap<string, string>;
}

/** The leaflet of one or more services in the language of the scope, as PDF/UA-1. */
export function printLeaflet(
  scope: CentreScope,
  services: readonly ToldService[],
  { isLarge, title, notes }: LeafletWish,
): Promise<Uint8Array> {
  const t = leafletTexts.in(scope.lang);
  const { centre, world } = scope;
  const contact = [centre.address, centre.phone, centre.email].filter(Boolean).join(' · ');
  return renderPdf(leaflet, {
    letterhead: {
      language: scope.lang,
      centreName: centre.displayName,
      ...(contact !== '' && { contactLine: contact }),
      issuedOn: scope.today.toString(),
      isDemonstration: world.isDemo || centre.isDemo,
    },
    isLarge,
    title,
    printed: t('printed', { date: formatDate(scope.today, scope.lang) }),
    demonstration: t('demonstration'),
    services: services.map((service) => onLeaflet(scope, service, notes.get(service.id) ?? '')),
  });
}

function onLeaflet(scope: CentreScope, service: ToldService, note: string): LeafletData['services'][number] {
  const t = leafletTexts.in(scope.lang);
  const { fee, recipients, hours, state } = service;
  const ask = [
    scope.centre.phone ? t('ask.phone', { phone: scope.centre.phone }) : t('ask.byPhone', { centre: scope.centre.displayName }),
    scope.centre.address ? t('ask.visit', { address: scope.centre.address }) : t('ask.inPerson'),
    ...(scope.centre.hours ? [t('ask.hours', { hours: scope.centre.hours })] : []),
    t('ask.page'),
  ];
  const facts = [
    { term: t('phone'), lines: service.phones.map(phoneLine) },
    { term: t('email'), lines: service.emails },
    { term: t('hours'), lines: linesOf(hours) },
    { term: t('place'), lines: service.places },
    { term: t('recipients'), lines: linesOf(recipients) },
    { term: t('price'), lines: linesOf(fee) },
    { term: t('toBring'), lines: service.toBring },
    { term: t('ask.term'), lines: state === 'offered' ? ask : [] },
  ].flatMap(({ term, lines }) => {
    const said = lines.map((line) => line.trim()).filter((line) => line !== '');
    return said.length === 0 ? [] : [{ term, lines: said }];
  });
  return {
    name: service.name,
    ...(service.summary !== null && { summary: service.summary }),
    ...(state !== 'offered' && { notice: t(`state.${state}`) }),
    facts,
    ...(note.trim() !== '' && { note: { term: t('note'), text: note } }),
    addressTerm: t('address'),
    address: { text: service.shortAddress, qr: qrCodeOf(service.address), qrWords: t('qrWords', { name: service.name }) },
  };
}

const linesOf = (text: string | null): string[] => text?.split('\n') ?? [];
