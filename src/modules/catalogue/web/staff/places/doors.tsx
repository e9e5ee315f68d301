import { audits, auditsNothing, centreDoor, draftDoor, findDraft, page, redirect, versionSeen } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { changeLocation } from '../../../usecases/keepLocations.ts';
import { getLocation, listLocations } from '../../../usecases/sharedRecords.ts';
import { readPlace, typedPlace } from './form.ts';
import { PlaceListPage } from './PlaceListPage.tsx';
import { PlacePage } from './PlacePage.tsx';

const pageLength = 50;
const said = catalogueStaffTexts.in('pl');

export const placeListPage = centreDoor({
  method: 'GET',
  path: '/praca/miejsca',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const typed = c.query.get('po') ?? '';
    const after = isUuid(typed) ? typed : undefined;
    const places = await listLocations(c.scope, { limit: pageLength + 1, after });
    return page(<PlaceListPage c={c} places={places.slice(0, pageLength)} hasMore={places.length > pageLength} isFirst={!after} />);
  },
});

export const editPlacePage = centreDoor({
  method: 'GET',
  path: '/praca/miejsca/:locationId',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const place = await getLocation(c.scope, c.params.locationId);
    const draft = await findDraft(c.scope, c.path);
    const version = draft ? versionSeen(draft.typed) : place.version;
    return page(<PlacePage c={c} place={place} version={version} typed={draft?.typed ?? typedPlace(place)} draft={draft} />);
  },
});

export const editPlace = centreDoor({
  method: 'POST',
  path: '/praca/miejsca/:locationId',
  may: mayManageCatalogue,
  audit: audits('catalogue.location.changed'),
  keepsDraft: true,
  async handle(c) {
    const place = await getLocation(c.scope, c.params.locationId);
    const version = Number(c.fields.get('_version'));
    const read = readPlace(c.fields, place);
    if (!read.ok) return page(<PlacePage c={c} place={place} version={version} typed={read.typed} errors={read.errors} />, 422);
    const saved = await changeLocation(c.scope, place.id, version, read.value);
    if (!saved.ok) {
      const { current } = saved.refusal;
      return page(<PlacePage c={c} place={current} version={current.version} typed={c.fields} theirs={typedPlace(current)} />, 409);
    }
    c.concerns({ detail: { locationId: place.id } });
    return redirect(c.at(`/praca/miejsca/${place.id}`), said('places.saved'));
  },
});

export const keepPlaceDraft = draftDoor<{ readonly locationId: string }>(editPlace, {
  check: (c) => getLocation(c.scope, c.params.locationId),
});
