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

/** Pages of one record, each at its own address: plain links instead of tabs. */
export function SectionNav({ items, label }: { readonly items: readonly NavItem[]; readonly label?: string | undefined }) {
  const t = useTexts();
  return (
    <nav class="ok-section-nav" aria-label={label ?? t.sectionNavigation}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.icon}
              <span>{item.label}</span>
              {item.count ? <span class="ok-nav-count">{item.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
