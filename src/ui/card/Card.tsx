import type { Child } from 'hono/jsx';
import { Heading } from '#ui/text/Text.tsx';
import type { HeadingLevel } from '#ui/text/Text.tsx';

export type CardProps = {
  readonly title?: Child;
  readonly level?: HeadingLevel | undefined;
  /** tinted: the accent's quiet background; quiet: sand background without a border. */
  readonly tone?: 'default' | 'tinted' | 'quiet' | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
};

/** A box that holds what belongs together. */
export function Card({ title, level = 2, tone = 'default', id, children }: CardProps) {
  return (
    <div class="ds-card ok-card" data-variant={tone === 'tinted' ? 'tinted' : 'default'} data-tone={tone} id={id}>
      {title ? (
        <Heading level={level} size="xs">
          {title}
        </Heading>
      ) : null}
      {children}
    </div>
  );
}

export type CardLinkProps = {
  readonly href: string;
  readonly title: Child;
  readonly text?: Child;
  /** Short facts under the text: who for, fee, provider. */
  readonly meta?: Child;
  readonly icon?: Child;
  readonly level?: HeadingLevel | undefined;
};

/** A card that leads somewhere: the title is the link, the whole card is the target. */
export function CardLink({ href, title, text, meta, icon, level = 3 }: CardLinkProps) {
  return (
    <div class="ds-card ok-card ok-card-link">
      {icon ? <span class="ok-card-icon">{icon}</span> : null}
      <div class="ok-card-body">
        <Heading level={level} size="xs">
          <a class="ok-card-anchor" href={href}>
            {title}
          </a>
        </Heading>
        {text ? <p class="ds-paragraph">{text}</p> : null}
        {meta ? <div class="ok-card-meta">{meta}</div> : null}
      </div>
    </div>
  );
}

/** Cards side by side; as many in a row as fit. */
export function CardGrid({ children, compact }: { readonly children?: Child; readonly compact?: boolean | undefined }) {
  const items = (Array.isArray(children) ? (children as Child[]).flat() : [children]) as Child[];
  return (
    <ul class={compact ? 'ok-card-grid ok-card-grid-compact' : 'ok-card-grid'}>
      {items.filter(Boolean).map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** Cards under one another in an order that matters; each can be led to by its id. */
export function CardList({ items }: { readonly items: readonly { readonly id: string; readonly card: Child }[] }) {
  return (
    <ol class="ok-card-list">
      {items.map(({ id, card }) => (
        <li id={id}>{card}</li>
      ))}
    </ol>
  );
}
