import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

export type NavItem = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly icon?: Child;
  /** How many wait there. */
  readonly count?: number | undefined;
};

export interface SectionNavProps {
  readonly items: readonly NavItem[];
  readonly label?: string | undefined;
  /** Pages that few visits need, folded away under words of their own. The one that is open stands among the others; a phone shows it alone. */
  readonly more?: { readonly label: string; readonly items: readonly NavItem[] } | undefined;
}

/** Pages of one record, each at its own address: plain links instead of tabs. */
export function SectionNav({ items: usual, label, more }: SectionNavProps) {
  const t = useTexts();
  const items = [...usual, ...(more?.items.filter(({ current }) => current) ?? [])];
  const folded = more?.items.filter(({ current }) => !current) ?? [];
  return (
    <nav class="ok-section-nav" aria-label={label ?? t.sectionNavigation}>
      <Pages items={items} />
      {folded.length === 0 ? null : (
        <details class="ok-section-more">
          <summary>{more?.label}</summary>
          <Pages items={folded} alsoNarrow={usual.filter(({ current }) => !current)} />
        </details>
      )}
    </nav>
  );
}

const Pages = ({ items, alsoNarrow = [] }: { readonly items: readonly NavItem[]; readonly alsoNarrow?: readonly NavItem[] }) => (
  <ul>
    {[...alsoNarrow, ...items].map((item) => (
      <li class={alsoNarrow.includes(item) ? 'ok-when-narrow' : undefined}>
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.icon}
          <span>{item.label}</span>
          {item.count ? <span class="ok-nav-count">{item.count}</span> : null}
        </a>
      </li>
    ))}
  </ul>
);
