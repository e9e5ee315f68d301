import { useTexts } from '#ui/texts/texts.ts';

export type Crumb = { readonly label: string; readonly href?: string | undefined };

/** The way from the centre's home page to here. The last one is this page and needs no address. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const t = useTexts();
  if (items.length === 0) return null;
  return (
    <nav class="ds-breadcrumbs ok-breadcrumbs" aria-label={t.breadcrumbs}>
      <ol>
        {items.map((crumb, index) => (
          <li>
            {crumb.href && index < items.length - 1 ? (
              <a class="ds-link" href={crumb.href}>
                {crumb.label}
              </a>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
