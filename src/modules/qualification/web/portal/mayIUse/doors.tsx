import { auditsNothing, centreDoor, FormFields, NotFound, page, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { getService, isOffered, type CatalogueService } from '#modules/catalogue/index.ts';
import { mayIUse, questionsOfService } from '../../../usecases/mayIUse.ts';
import { readAnswers } from './answers.ts';
import { MayIUsePage } from './MayIUsePage.tsx';

type Context = CentreContext<{ readonly serviceId: string }>;
const path = '/uslugi/:serviceId/czy-moge';

async function offeredService(c: Context): Promise<CatalogueService> {
  const service = await getService(c.scope, c.params.serviceId);
  if (!isOffered(service, c.today)) throw new NotFound('service');
  return service;
}

/** The questions that the rule of a service asks. */
export const mayIUsePage = centreDoor({
  method: 'GET',
  path,
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await offeredService(c);
    const questions = await questionsOfService(c.scope, service);
    return page(<MayIUsePage c={c} service={service} questions={questions} typed={FormFields.from({})} />);
  },
});

/** The answer, on the same page. It travels in the body, not in the address, and is not stored. */
export const mayIUseAnswer = centreDoor({
  method: 'POST',
  path,
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  repeatable: 'answers a question and stores nothing',
  limit: { attempts: 120, minutes: 15 },
  async handle(c) {
    const service = await offeredService(c);
    const questions = await questionsOfService(c.scope, service);
    const { facts, errors } = readAnswers(questions, c.fields);
    const shown = { c, service, questions, typed: c.fields };
    if (errors.length > 0) return page(<MayIUsePage {...shown} errors={errors} />, 422);
    return page(<MayIUsePage {...shown} found={await mayIUse(c.scope, service, facts)} />);
  },
});
