import type { CentreContext } from '#platform/http/index.ts';
import { SectionNav } from '#ui/index.ts';
import { stewardTexts } from '../../texts/stewardship.ts';

const t = stewardTexts.in('pl');
const pages = [
  { key: 'card', path: '' },
  { key: 'times', path: '/terminy' },
  { key: 'costs', path: '/oplaty' },
  { key: 'contacts', path: '/kontakt' },
  { key: 'en', path: '/po-angielsku' },
  { key: 'uk', path: '/po-ukrainsku' },
  { key: 'more', path: '/inne' },
  { key: 'vacancy', path: '/miejsca' },
  { key: 'versions', path: '/wersje' },
  { key: 'care', path: '/opieka' },
] as const;
type ServicePageKey = (typeof pages)[number]['key'];

/** The pages that staff keep of one service; `current` is absent on a page that another module adds. */
export function ServiceNav({ c, serviceId, current }: { c: CentreContext; serviceId: string; current?: ServicePageKey }) {
  const items = pages.map(({ key, path }) => ({
    label: t(`nav.${key}`),
    href: c.at(`/praca/uslugi/${serviceId}${path}`),
    current: key === current,
  }));
  const more = c.world.modules
    .flatMap((module) => module.servicePages ?? [])
    .filter(({ may }) => may.allows(c.actor).allowed)
    .toSorted((a, b) => a.order - b.order)
    .map(({ path, label }) => ({ label: label('pl'), href: c.at(path(serviceId)), current: c.path.startsWith(c.at(path(serviceId))) }));
  return <SectionNav label={t('nav.label')} items={[...items, ...more]} />;
}
