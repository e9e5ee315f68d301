import { raw } from 'hono/html';
import type { PageFrame } from '#ui/page/PageFrame.ts';
import { catalogue } from '#ui/gallery/catalogue.ts';
import type { Example } from '#ui/gallery/Example.ts';
import { PortalLayout } from '#ui/layouts/PortalLayout.tsx';
import { Heading, Lead } from '#ui/text/Text.tsx';

/** The same example once more on one page needs other ids and names; each reference to them follows. */
function asSecondCopy(html: string): string {
  const renamed = (list: string) =>
    list
      .split(' ')
      .map((id) => `${id}-ciemny`)
      .join(' ');
  return html
    .replace(
      / (id|for|name|aria-describedby|aria-labelledby)="([^"]+)"/g,
      (_, attribute: string, list: string) => ` ${attribute}="${renamed(list)}"`,
    )
    .replace(/ href="#(f-[^"]+)"/g, ' href="#$1-ciemny"');
}

function Shown({ example }: { readonly example: Example }) {
  return (
    <div class="ok-example">
      <p class="ok-example-name">{example.name}</p>
      <div class="ok-example-pair">
        <div class="ok-example-frame" data-color-scheme="light">
          {example.show()}
        </div>
        <div class="ok-example-frame" data-color-scheme="dark">
          {raw(asSecondCopy(String(<>{example.show()}</>)))}
        </div>
      </div>
    </div>
  );
}

/** The page of all components with their examples, light and dark side by side. */
export function Gallery({ frame }: { readonly frame: PageFrame }) {
  return (
    <PortalLayout
      frame={frame}
      title="Części ekranów"
      noIndex
      navigation={catalogue.map((group) => ({ label: group.title, href: `#${group.id}` }))}
      hero={
        <>
          <Heading level={1} size="xl">
            Części, z których składają się ekrany
          </Heading>
          <Lead>Każda część w kilku użyciach, jasna i ciemna. Wszystko działa bez skryptów, z klawiatury i w powiększeniu.</Lead>
        </>
      }
    >
      {catalogue.map((group) => (
        <section class="ok-gallery-group" id={group.id} aria-labelledby={`${group.id}-tytul`}>
          <Heading level={2} size="lg" id={`${group.id}-tytul`}>
            {group.title}
          </Heading>
          {group.components.map((component) => (
            <div class="ok-gallery-component" id={component.folder}>
              <Heading level={3} size="sm">
                {component.title}
              </Heading>
              {component.examples.map((example) => (
                <Shown example={example} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </PortalLayout>
  );
}
