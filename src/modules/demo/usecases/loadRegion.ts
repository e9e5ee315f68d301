import { getValue } from '#shared/result.ts';
import { createUser, giveRole } from '#modules/accounts/index.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { createCentre } from '#modules/centres/index.ts';
import {
  addServiceFrom,
  addTemplate,
  adoptTemplate,
  findStanding,
  getTemplate,
  listOffered,
  listOwnTemplates,
  publishTemplate,
  saveTemplate,
} from '#modules/templates/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { demoPassword } from '../scenarios/people.ts';
import { demoOffice, demoTemplates, usingCentre, type DemoTemplate } from '../scenarios/templates.ts';

/** Runs work for a tenant in one transaction, in the name of the program. */
type InTenant = <T>(slug: string, work: (scope: CentreScope) => Promise<T>) => Promise<T>;

/**
 * Makes what is missing of the invented regional office: its account, its templates, the services of a centre that use
 * them, and a newer text that waits for the centre's decision. Returns how many texts were published now.
 */
export async function loadRegion(world: World, inTenant: InTenant): Promise<number> {
  const { slug, staff } = demoOffice;
  getValue(await createCentre(world, demoOffice));
  const { userId } = getValue(await createUser(world, { email: staff.email, name: staff.name, password: demoPassword }));
  await inTenant(slug, async (scope) => getValue(await giveRole(scope, { userId, role: staff.role })));
  let published = 0;
  for (const template of demoTemplates) {
    const isNew = await inTenant(slug, (scope) => publishFirst(scope, template));
    if (isNew) await inTenant(usingCentre, (scope) => use(scope, template));
    const isNext = isNew && template.next !== undefined && (await inTenant(slug, (scope) => publishNext(scope, template)));
    published += Number(isNew) + Number(isNext);
  }
  return published;
}

async function publishFirst(scope: CentreScope, { text }: DemoTemplate): Promise<boolean> {
  if ((await listOwnTemplates(scope)).some(({ name }) => name === text.name)) return false;
  const { id } = await addTemplate(scope, text);
  getValue(await publishTemplate(scope, id, { seen: 1, note: null }));
  return true;
}

/** The centre's service takes the text that it has already, so its card stays as it is. */
async function use(scope: CentreScope, { text, service: name, followsItself }: DemoTemplate): Promise<void> {
  const [offered] = (await listOffered(scope, { typed: text.name, limit: 1 })).templates;
  if (!offered) throw new Error(`${scope.centre.slug} is not offered the template "${text.name}"`);
  const { templateId, number } = offered;
  const service = (await listServices(scope)).find((each) => each.name === name);
  if (!service) {
    getValue(await addServiceFrom(scope, templateId, { name, followsItself }));
    return;
  }
  if (await findStanding(scope, service.id)) return;
  const seen = { number, seen: service.version, adoptionVersion: 0 };
  getValue(await adoptTemplate(scope, { serviceId: service.id, templateId, ...seen, detached: [], followsItself }));
}

async function publishNext(scope: CentreScope, { text, next }: DemoTemplate): Promise<boolean> {
  const own = (await listOwnTemplates(scope)).find(({ name }) => name === text.name);
  if (!own || !next) return false;
  const { template } = await getTemplate(scope, own.id);
  if (!(await saveTemplate(scope, own.id, template.version, next.text)).ok) return false;
  getValue(await publishTemplate(scope, own.id, { seen: template.version + 1, note: next.note }));
  return true;
}
