import { auditsNothing, centreDoor, data, file, page, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { slugOf, type CatalogueService } from '#modules/catalogue/index.ts';
import { qrCodeOf, svgOfQr } from '../../../documents/qrCode.ts';
import { pngOfQr } from '../../../documents/drawPng.ts';
import { getShownService } from '../../../usecases/readList.ts';
import { tellService } from '../../../usecases/tellService.ts';
import { SharePage } from './SharePage.tsx';

const nobodys = { method: 'GET', may: publicDoor('no personal data'), audit: auditsNothing('no personal data') } as const;
/** Pixels of one module: some 1,500 for a whole code, enough for a poster. */
const pngScale = 32;

const codeOf = (c: CentreContext, service: CatalogueService) => qrCodeOf(tellService(c.scope, service).address);

/** Everything by which a service is told further: its address, a QR code, leaflets. */
export const sharePage = centreDoor({
  ...nobodys,
  path: '/uslugi/:serviceId/przekaz-dalej',
  async handle(c) {
    const service = await getShownService(c.scope, c.params.serviceId);
    return page(<SharePage c={c} service={tellService(c.scope, service)} />);
  },
});

/** `?pobierz=1` gives it as a file to keep. */
export const qrSvg = centreDoor({
  ...nobodys,
  path: '/uslugi/:serviceId/kod-qr.svg',
  async handle(c) {
    const service = await getShownService(c.scope, c.params.serviceId);
    const svg = svgOfQr(codeOf(c, service));
    if (c.query.has('pobierz')) return file(new TextEncoder().encode(svg), 'image/svg+xml', `qr-${slugOf(service.name)}.svg`);
    return data(svg, 'image/svg+xml');
  },
});
export const qrPng = centreDoor({
  ...nobodys,
  path: '/uslugi/:serviceId/kod-qr.png',
  limit: { attempts: 60, minutes: 10 },
  async handle(c) {
    const service = await getShownService(c.scope, c.params.serviceId);
    return file(pngOfQr(codeOf(c, service), pngScale), 'image/png', `qr-${slugOf(service.name)}.png`);
  },
});
