import type { PlatformContext } from '#platform/http/index.ts';
import { hasPowiatRights, type Terc } from '#shared/teryt.ts';
import { Card, CardGrid, EmptyState, Heading, Link, LinkButton, Notice, Paragraph, Section } from '#ui/index.ts';
import { centreTexts } from '../../../texts/index.ts';
import type { CentreChoice, ListedCentre, ListedGmina } from '../../../usecases/chooseCentre.ts';

type Words = ReturnType<typeof centreTexts.in>;

/** Gminas that the typed name may mean, each with what tells it from its namesakes and with the way on. */
export function FoundGminas({ c, typed, choice }: { readonly c: PlatformContext; readonly typed: string; readonly choice: CentreChoice }) {
  const t = centreTexts.in(c.lang);
  const { found, isGuess } = choice;
  return (
    <Section labelledBy="wyniki">
      <Heading level={2} id="wyniki">
        {t('start.results', { words: typed })}
      </Heading>
      {found.length === 0 ? (
        <EmptyState title={t('start.nothing')} level={3}>
          <p>{t('start.nothingText')}</p>
          <p>{t('start.nothingUrgent')}</p>
        </EmptyState>
      ) : (
        <>
          {isGuess ? <Notice>{t('start.guess')}</Notice> : <Paragraph muted>{t('start.resultCount', { count: found.length })}</Paragraph>}
          {!isGuess && found.length > 1 ? <Paragraph>{t('start.several')}</Paragraph> : null}
          <CardGrid>
            {found.map((gmina) => (
              <Card title={gmina.name} level={3}>
                <p>
                  {kindInWords(gmina, t)}, {powiatInWords(gmina, t)}
                  <br />
                  <span class="ok-muted">{t('start.voivodeship', { voivodeship: gmina.voivodeship })}</span>
                </p>
                <WaysOn centres={gmina.centres} t={t} />
              </Card>
            ))}
          </CardGrid>
        </>
      )}
    </Section>
  );
}

function WaysOn({ centres, t }: { readonly centres: readonly ListedCentre[]; readonly t: Words }) {
  const open = centres.filter(({ isOpen }) => isOpen);
  if (open.length > 0) {
    return (
      <>
        {open.map((centre) => (
          <>
            <p>{centre.name}</p>
            <LinkButton href={`/${centre.slug}`}>{t('start.enter')}</LinkButton>
          </>
        ))}
      </>
    );
  }
  const [known] = centres;
  if (!known) return <p class="ok-muted">{t('start.noCentre')}</p>;
  return (
    <>
      <p>{known.name}</p>
      <p class="ok-muted">{t('start.notHere')}</p>
      {known.source ? (
        <p>
          <Link external href={known.source}>
            {new URL(known.source).hostname}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function kindInWords({ kind }: ListedGmina, t: Words): string {
  return kind === 'urban' || kind === 'rural' || kind === 'urban-rural' ? t(`kind.${kind}`) : kind;
}

function powiatInWords({ teryt, powiat }: ListedGmina, t: Words): string {
  return hasPowiatRights(teryt as Terc) ? t('start.cityPowiat') : t('start.powiat', { powiat });
}
