import type { Child } from 'hono/jsx';

export type TagTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** A state or a kind in one or two words. The words carry the meaning; the colour only helps. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: TagTone | undefined; readonly children?: Child }) {
  return (
    <span class="ds-tag ok-tag" data-color={tone} data-variant="outline">
      {children}
    </span>
  );
}

/** Several tags in a row. */
export function Tags({ items }: { readonly items: readonly { readonly label: string; readonly tone?: TagTone | undefined }[] }) {
  return (
    <ul class="ok-tags">
      {items.map((item) => (
        <li>
          <Tag tone={item.tone}>{item.label}</Tag>
        </li>
      ))}
    </ul>
  );
}
