import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

export type Definition = {
  readonly term: string;
  readonly value?: Child;
  /** Takes the whole width. */ readonly wide?: boolean | undefined;
};

/** Facts side by side: the record of a person, the card of a service. */
export function DefinitionGrid({ items }: { readonly items: readonly Definition[] }) {
  const t = useTexts();
  return (
    <dl class="ok-definitions">
      {items.map((item) => (
        <div class={item.wide ? 'ok-definition ok-definition-wide' : 'ok-definition'}>
          <dt>{item.term}</dt>
          <dd>
            {item.value === undefined || item.value === null || item.value === '' ? <span class="ok-muted">{t.notGiven}</span> : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
