import type { CentreContext } from '#platform/http/index.ts';
import { SectionNav, type Crumb } from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';

const t = templateTexts.in('pl');
const pages = [
  { key: 'text', path: '' },
  { key: 'publish', path: '/publikacja' },
  { key: 'use', path: '/uzycie' },
  { key: 'editions', path: '/wersje' },
] as const;

/** The pages of one template of the author's own. */
export function TemplateNav(props: { c: CentreContext; templateId: string; current: (typeof pages)[number]['key'] }) {
  const { c, templateId, current } = props;
  const items = pages.map(({ key, path }) => ({
    label: t(`nav.${key}`),
    href: c.at(`/praca/wzory/${templateId}${path}`),
    current: key === current,
  }));
  return <SectionNav label={t('nav.label')} items={items} />;
}

/** What the author's list is called: a regional office has its templates, a centre its own ones. */
export const listTitle = (c: CentreContext): string => t(c.centre.kind === 'regionalOffice' ? 'write.title' : 'write.ownTitle');
export const listCrumb = (c: CentreContext): Crumb => ({ label: listTitle(c), href: c.at('/praca/wzory') });
