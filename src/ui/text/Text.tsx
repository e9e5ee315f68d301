import type { Child } from 'hono/jsx';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type HeadingSize = '2xl' | 'xl' | 'lg' | 'md' | 'sm' | 'xs' | '2xs';

const sizeOfLevel: Readonly<Record<HeadingLevel, HeadingSize>> = { 1: 'xl', 2: 'md', 3: 'sm', 4: 'xs', 5: '2xs', 6: '2xs' };

export type HeadingProps = {
  readonly level: HeadingLevel;
  /** How large it looks, when that differs from what the level gives. */
  readonly size?: HeadingSize | undefined;
  readonly id?: string | undefined;
  /** Small line above, part of the heading: the case number, the name of the journey. */
  readonly caption?: Child;
  readonly children?: Child;
};

/** A heading of the given level. */
export function Heading({ level, size, id, caption, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag class="ds-heading ok-heading" data-size={size ?? sizeOfLevel[level]} id={id}>
      {caption ? <span class="ok-heading-caption">{caption}</span> : null}
      {children}
    </Tag>
  );
}

export type ParagraphProps = {
  readonly muted?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
};

/** One paragraph of running text, held to a comfortable line. */
export function Paragraph({ muted, small, id, children }: ParagraphProps) {
  const classes = ['ds-paragraph', 'ok-prose', muted ? 'ok-muted' : '', small ? 'ok-small' : ''].filter(Boolean).join(' ');
  return (
    <p class={classes} id={id}>
      {children}
    </p>
  );
}

/** The larger first paragraph of a page. */
export function Lead({ children }: { readonly children?: Child }) {
  return <p class="ds-paragraph ok-prose ok-lead">{children}</p>;
}

export type ListProps = { readonly items: readonly Child[]; readonly ordered?: boolean | undefined };

/** A list of short texts. */
export function List({ items, ordered }: ListProps) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag class="ds-list ok-prose ok-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </Tag>
  );
}

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { readonly children?: Child }) {
  return <span class="ds-sr-only">{children}</span>;
}
