import type { CentreContext } from '#platform/http/index.ts';
import { SectionNav } from '#ui/index.ts';
import { stewardTexts } from '../../texts/stewardship.ts';

const t = stewardTexts.in('pl');
/** Pages that most visits need; the others are folded away, so that a form begins on the first screen. */
const usual: readonly string[] = ['card', 'times', 'contacts', 'costs', 'vacancy'];
const pages = [
  { key: 'card', path: '' },
  { key: 'times', path: '/terminy' },
  { key: 'contacts', path: '/kontakt' },
  { key: 'costs', path: '/oplaty' },
  { key: 'vacancy', path: '/miejsca' },
  { key: 'more', path: '/inne' },
  { key: 'en', path: '/po-angielsku' },
  { key: 'uk', path: '/po-ukrainsku' },
  { key: 'versions', path: '/wersje' },
  { key: 'care', path: '/opieka' },
] as const;
type ServicePageKey = (typeof pages)[number]['key'];

/** The pages that staff keep of one service; `current` is absent on a page that another module adds. */
export function ServiceNav({ c, serviceId, current }: { c: CentreContext; serviceId: string; current?: ServicePageKey }) {
  const own = pages.map(({ key, path }) => ({
    key,
    label: t(`nav.${key}`),
    href: c.at(`/praca/uslugi/${serviceId}${path}`),
    current: key === current,
  }));
  const more = c.world.modules
    .flatMap((module) => module.servicePages ?? [])
    .filter(({ may }) => may.allows(c.actor).allowed)
    .toSorted((a, b) => a.order - b.order)
    .map(({ path, label }) => ({ label: label('pl'), href: c.at(path(serviceId)), current: c.path.startsWith(c.at(path(serviceId))) }));
  return (
    <SectionNav
      label={t('nav.label')}
      items={own.filter(({ key }) => usual.includes(key))}
      more={{ label: t('nav.others'), items: [...own.filter(({ key }) => !usual.includes(key)), ...more] }}
    />
  );
}
