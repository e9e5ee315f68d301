import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  FormFields,
  page,
  redirect,
  takeNewer,
  versionSeen,
  type CentreScope,
} from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { getCare } from '../../../usecases/careForService.ts';
import { addService, changeService } from '../../../usecases/editService.ts';
import { findInheritedFields } from '../../../usecases/inheritedFields.ts';
import { listLocations } from '../../../usecases/sharedRecords.ts';
import { getService } from '../../../usecases/services.ts';
import { findServiceVersion } from '../../../usecases/serviceVersions.ts';
import { unanswered } from '../questions.ts';
import { questionsOf } from './cardQuestions.ts';
import { readCard, typedCard, withInherited } from './form.ts';
import { ServiceEditorPage } from './ServiceEditorPage.tsx';

/** More places than this are found in the list of places. */
const mostLocations = 200;
const placesOf = (scope: CentreScope) => listLocations(scope, { limit: mostLocations });
const said = catalogueStaffTexts.in('pl');

export const newServicePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/nowa',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const draft = await findDraft(c.scope, c.path);
    return page(
      <ServiceEditorPage
        c={c}
        typed={draft?.typed ?? FormFields.from({ status: 'draft', languages: ['pl'] })}
        draft={draft}
        locations={await placesOf(c.scope)}
      />,
    );
  },
});

export const newService = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/nowa',
  may: mayManageCatalogue,
  audit: audits('catalogue.service.added'),
  keepsDraft: true,
  async handle(c) {
    const read = readCard(c.fields);
    if (!read.ok) return page(<ServiceEditorPage c={c} typed={read.typed} errors={read.errors} locations={await placesOf(c.scope)} />, 422);
    const questions = await questionsOf(c, read.value);
    if (unanswered(questions, c.fields).length > 0)
      return page(<ServiceEditorPage c={c} typed={c.fields} questions={questions} locations={await placesOf(c.scope)} />, 422);
    const { id } = await addService(c.scope, read.value);
    c.concerns({ detail: { serviceId: id } });
    return redirect(c.at(`/praca/uslugi/${id}`), said('editor.added'));
  },
});

export const editServicePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const inherited = await findInheritedFields(c.scope, service.id);
    const draft = await findDraft(c.scope, c.path);
    // Unsent text goes on from the card it was written on: a newer one is compared with it when it is sent.
    const version = draft ? versionSeen(draft.typed) : service.version;
    return page(
      <ServiceEditorPage
        c={c}
        typed={withInherited(draft?.typed ?? typedCard(service), service, inherited)}
        draft={draft}
        service={service}
        version={version}
        locations={await placesOf(c.scope)}
        inherited={inherited}
        publishOn={(await getCare(c.scope, service.id)).publishOn}
      />,
    );
  },
});

export const editService = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId',
  may: mayManageCatalogue,
  audit: audits('catalogue.service.changed'),
  keepsDraft: true,
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const version = Number(c.fields.get('_version'));
    const inherited = await findInheritedFields(c.scope, service.id);
    const typed = withInherited(c.fields, service, inherited);
    const read = readCard(typed, service);
    const shared = { c, typed, locations: await placesOf(c.scope), inherited };
    if (!read.ok) return page(<ServiceEditorPage {...shared} service={service} version={version} errors={read.errors} />, 422);
    const questions = await questionsOf(c, read.value, service);
    if (unanswered(questions, c.fields).length > 0)
      return page(<ServiceEditorPage {...shared} service={service} version={version} questions={questions} />, 422);
    const saved = await changeService(c.scope, service.id, version, read.value);
    if (!saved.ok) {
      const { current } = saved.refusal;
      const theirs = typedCard(current);
      const [found, newest] = [
        await findServiceVersion(c.scope, service.id, versionSeen(c.fields)),
        await findServiceVersion(c.scope, service.id, current.version),
      ];
      // What the second editor did not touch follows the first: only what both changed has to be decided.
      const mine = found ? takeNewer(typed, typedCard(found.service), theirs) : typed;
      const by = newest?.authorName ? { name: newest.authorName, at: newest.at } : undefined;
      return page(<ServiceEditorPage {...shared} typed={mine} service={current} version={current.version} theirs={theirs} by={by} />, 409);
    }
    c.concerns({ detail: { serviceId: service.id } });
    return redirect(c.at(`/praca/uslugi/${service.id}`), said('editor.saved'));
  },
});

export const keepNewServiceDraft = draftDoor(newService);
export const keepServiceDraft = draftDoor<{ readonly serviceId: string }>(editService, {
  check: (c) => getService(c.scope, c.params.serviceId),
});
