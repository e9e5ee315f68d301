import type { Child } from 'hono/jsx';

export type LinkPillsProps = {
  readonly items: readonly { readonly label: Child; readonly href: string; readonly current?: boolean | undefined }[];
  /** Said before the links, on the same line. */
  readonly lead?: string | undefined;
};

/** Short ways on, one beside another: examples of a search, groups of people. */
export function LinkPills({ items, lead }: LinkPillsProps) {
  return (
    <div class="ok-pills">
      {lead ? <p>{lead}</p> : null}
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
