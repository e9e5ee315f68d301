import type { Example } from '#ui/gallery/Example.ts';
import { Heading, Lead, List, Paragraph } from './Text.tsx';

export const examples: readonly Example[] = [
  {
    name: 'strona tekstu',
    show: () => (
      <div class="ok-stack" data-gap="sm">
        <Heading level={2} size="xl" caption="Sprawa CUS/2026/0142">
          Wsparcie dla pani Haliny Wzorcowej
        </Heading>
        <Lead>Jedno zgłoszenie wystarczy, żeby zapytać o kilka usług naraz.</Lead>
        <Paragraph>Zażółć gęślą jaźń. Opiekunka przychodzi do domu i pomaga w zakupach, gotowaniu i myciu. Ґанок, їжак, є, і.</Paragraph>
        <Paragraph muted small>
          Stan na 12 marca 2026 r.
        </Paragraph>
        <Heading level={3}>Co warto mieć pod ręką</Heading>
        <List items={['numer PESEL', 'telefon do kogoś bliskiego', 'zaświadczenie od lekarza, jeśli jest']} />
        <Heading level={4}>Potem</Heading>
        <List ordered items={['Zadzwonimy w ciągu 3 dni.', 'Umówimy rozmowę.', 'Ułożymy razem plan.']} />
      </div>
    ),
  },
];
