import { AreaIcon } from '#ui/icons/areaIcons.tsx';
import { Tags } from '#ui/tag/Tag.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Card, CardGrid, CardLink } from './Card.tsx';

export const examples: readonly Example[] = [
  {
    name: 'usługi',
    show: () => (
      <CardGrid>
        <CardLink
          level={3}
          href="#a"
          title="Usługi opiekuńcze w domu"
          text="Pomoc w codziennych czynnościach dla osób starszych i chorych."
          meta={<Tags items={[{ label: 'bezpłatna' }, { label: 'seniorzy', tone: 'accent' }]} />}
          icon={<AreaIcon code="SOCIAL_ASSISTANCE" />}
        />
        <CardLink
          level={3}
          href="#b"
          title="Asystent rodziny"
          text="Wspiera rodziców w trudniejszym czasie."
          icon={<AreaIcon code="FAMILY_SUPPORT" />}
        />
        <CardLink level={3} href="#c" title="Transport od drzwi do drzwi" icon={<AreaIcon code="DISABILITY" />} />
      </CardGrid>
    ),
  },
  {
    name: 'obszary',
    show: () => (
      <CardGrid compact>
        <CardLink level={3} href="#d" title="Zdrowie" icon={<AreaIcon code="HEALTH" />} />
        <CardLink level={3} href="#e" title="Edukacja" icon={<AreaIcon code="EDUCATION" />} />
        <CardLink level={3} href="#f" title="Mieszkanie" icon={<AreaIcon code="HOUSING" />} />
        <CardLink level={3} href="#g" title="Praca" icon={<AreaIcon code="UNEMPLOYMENT" />} />
      </CardGrid>
    ),
  },
  {
    name: 'zwykła',
    show: () => (
      <Card level={3} title="Kontakt do koordynatorki">
        <p>Maria Przykładowa, od poniedziałku do piątku 8–15.</p>
      </Card>
    ),
  },
  {
    name: 'wyróżniona',
    show: () => (
      <Card level={3} tone="tinted" title="Co teraz">
        <p>Czekamy na Twoją zgodę na plan.</p>
      </Card>
    ),
  },
  {
    name: 'cicha',
    show: () => (
      <Card level={3} tone="quiet" title="Dobrze wiedzieć">
        <p>Zgłoszenie można też złożyć przez telefon.</p>
      </Card>
    ),
  },
];
