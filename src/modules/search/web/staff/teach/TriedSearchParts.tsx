import type { CentreContext } from '#platform/http/index.ts';
import { Heading, Link, Paragraph, Section, Table } from '#ui/index.ts';
import { mayManageCatalogue } from '#modules/catalogue/index.ts';
import type { SearchMatch } from '../../../domain/searchIndex.ts';
import type { LikelyNeed } from '../../../domain/understanding.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import type { FoundService } from '../../../usecases/searchServices.ts';
import type { TriedSearch } from '../../../usecases/trySearch.ts';

const t = searchStaffTexts.in('pl');
const needsShown = 5;
const sureFrom = 0.8;
const probableFrom = 0.4;
const possibleFrom = 0.1;

/** What the search understood, and what it found and why. */
export function TriedSearchParts({
  c,
  tried: { needs, isClear, kinds, hits },
}: {
  readonly c: CentreContext;
  readonly tried: TriedSearch;
}) {
  return (
    <>
      <Section labelledBy="rozumie">
        <Heading level={2} id="rozumie">
          {t('teach.understood')}
        </Heading>
        {needs.length === 0 ? (
          <Paragraph>{t('teach.nothingUnderstood')}</Paragraph>
        ) : (
          <>
            <Table<LikelyNeed>
              caption={t('teach.understood')}
              captionHidden
              rows={needs.slice(0, needsShown)}
              columns={[
                { key: 'need', label: t('teach.need'), rowHeader: true, cell: ({ need }) => need.name },
                {
                  key: 'likely',
                  label: t('teach.likely'),
                  cell: ({ p }) => `${Math.round(p * 100)} %, ${t(`teach.likelyOf.${likelihood(p)}`)}`,
                },
              ]}
            />
            <Paragraph>{isClear ? t('teach.clear') : t('teach.unclear')}</Paragraph>
            <Paragraph>
              {t('teach.kinds', { names: kinds.map(({ name, gain }) => `${name} (${Math.round(gain * 100)} %)`).join(', ') })}
            </Paragraph>
          </>
        )}
      </Section>
      <Section labelledBy="pokaze">
        <Heading level={2} id="pokaze">
          {t('teach.found')}
        </Heading>
        {hits.length === 0 ? (
          <Paragraph>{t('teach.foundNothing')}</Paragraph>
        ) : (
          <Table<FoundService>
            caption={t('teach.found')}
            captionHidden
            rows={hits}
            columns={[
              { key: 'service', label: t('teach.service'), rowHeader: true, cell: ({ service }) => <ServiceLink c={c} {...service} /> },
              { key: 'why', label: t('teach.why'), cell: ({ matches }) => reasons(matches) },
            ]}
          />
        )}
      </Section>
    </>
  );
}

function ServiceLink({ c, id, name }: { readonly c: CentreContext; readonly id: string; readonly name: string }) {
  const isKept = mayManageCatalogue.allows(c.actor).allowed;
  return <Link href={c.at(isKept ? `/praca/uslugi/${id}/szukanie` : `/uslugi/${id}`)}>{name}</Link>;
}

const likelihood = (p: number) => (p >= sureFrom ? 'sure' : p >= probableFrom ? 'probably' : p >= possibleFrom ? 'maybe' : 'hardly');

function reasons(matches: readonly SearchMatch[]): string {
  if (matches.length === 0) return t('teach.whyParts');
  const said = matches.map(({ typed, found, kind }) => {
    if (kind === 'need' || kind === 'perhaps') return t('teach.whyNeed', { need: found });
    if (kind === 'spelling') return t('teach.whySpelling', { typed, found });
    return kind === 'meaning' ? t('teach.whyMeaning', { typed, found }) : t('teach.whyWord', { typed });
  });
  return [...new Set(said)].join('; ');
}
