import { Card } from '#ui/card/Card.tsx';
import { Button } from '#ui/button/Button.tsx';
import { Heading, Paragraph } from '#ui/text/Text.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Columns, PageHeader, Row, Section, Stack } from './Arrangement.tsx';

export const examples: readonly Example[] = [
  {
    name: 'strona z boczną kolumną',
    show: () => (
      <Stack>
        <PageHeader actions={<Button variant="secondary">Dodaj notatkę</Button>}>
          <Heading level={3} size="lg" id="uklad">
            Sprawa pani Haliny
          </Heading>
        </PageHeader>
        <Columns
          aside={
            <Card level={4} tone="quiet" title="Koordynatorka">
              <p>Maria Przykładowa</p>
            </Card>
          }
        >
          <Section labelledBy="uklad">
            <Paragraph>Najważniejsze po lewej, pomocne po prawej.</Paragraph>
          </Section>
          <Row>
            <Button>Zapisz</Button>
            <Button variant="tertiary">Anuluj</Button>
          </Row>
        </Columns>
      </Stack>
    ),
  },
];
