import type { PlatformContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { formatInstant } from '#shared/polishDate.ts';
import { Details, Heading, Lead, Link, Notice, Paragraph, Section, Stack, Table, Tag } from '#ui/index.ts';
import type { CheckResult } from '../../../store/resultStore.ts';
import { DATA_LICENCE } from '../../../domain/profile.ts';
import { openDataTexts } from '../../../texts/index.ts';
import { OUTSIDE_CHECKS, type OutsideCheck } from '../../../usecases/check/results.ts';
import type { SelfResult } from '../../../usecases/check/self.ts';

type T = ReturnType<typeof openDataTexts.in>;
interface Props {
  readonly c: PlatformContext;
  readonly own: readonly SelfResult[];
  readonly outside: readonly CheckResult[];
  /** The running build. */
  readonly build: string;
  /** The path of the card of a service; undefined where nothing is published. */
  readonly example: string | undefined;
}
const outsideKeys = { hsds: 'hsds', 'cpsv-ap': 'cpsvAp', openapi: 'openapi', datapackage: 'datapackage' } as const satisfies Record<
  OutsideCheck,
  string
>;

/** The verbs that hold the data against the files of a standard, with what they need. */
const howToCheck = `./okienko check hsds --schemas <schema/ of HSDS 3.1>
./okienko check tables --schemas <schema/ of HSDS 3.1>
npm install   # once, for the next two
./okienko check cpsv --shapes <folder with cpsv-ap-SHACL.ttl>
./okienko check description`;

export function ConformancePage({ c, own, outside, build, example }: Props) {
  const t = openDataTexts.in(c.lang);
  return (
    <PortalPage
      c={c}
      title={t('title')}
      description={t('lead')}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: '/' }, { label: t('title') }]}
    >
      <Stack gap="lg">
        <Heading level={1}>{t('title')}</Heading>
        <Lead>{t('lead')}</Lead>
        <OwnChecks t={t} own={own} />
        <OutsideChecks t={t} c={c} outside={outside} build={build} />
        <HowToRead t={t} base={c.world.publicUrl} example={example} />
        <Section labelledBy="licencja">
          <Heading level={2} id="licencja">
            {t('licence.title')}
          </Heading>
          <Paragraph>
            {t('licence.text')}{' '}
            <Link external href={DATA_LICENCE.url}>
              {DATA_LICENCE.name}
            </Link>
          </Paragraph>
          <Paragraph>{t('licence.noPeople')}</Paragraph>
          {c.world.isDemo ? <Notice tone="warning">{t('licence.demo')}</Notice> : null}
          <Paragraph muted small>
            {t('licence.hsds')}
          </Paragraph>
        </Section>
        <Paragraph muted small>
          {t('build', { build })}
        </Paragraph>
      </Stack>
    </PortalPage>
  );
}

function Verdict({ t, faults }: { readonly t: T; readonly faults: readonly string[] }) {
  if (faults.length === 0) return <Tag tone="success">{t('self.ok')}</Tag>;
  return (
    <Stack gap="sm">
      <Tag tone="danger">{t('self.faults', { count: faults.length })}</Tag>
      <ul>
        {faults.slice(0, 5).map((fault) => (
          <li class="ok-breakable" lang="en">
            {fault}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function OwnChecks({ t, own }: { readonly t: T; readonly own: readonly SelfResult[] }) {
  return (
    <Table
      caption={t('self.title')}
      columns={[
        { key: 'name', label: t('self.subject'), rowHeader: true, cell: (row) => t(`self.${row.name}`) },
        { key: 'count', label: t('self.count'), numeric: true, cell: (row) => row.subjects },
        { key: 'result', label: t('self.result'), plain: true, cell: (row) => <Verdict t={t} faults={row.faults} /> },
      ]}
      rows={own}
    />
  );
}

function OutsideChecks({ t, c, outside, build }: Pick<Props, 'c' | 'outside' | 'build'> & { readonly t: T }) {
  const all = OUTSIDE_CHECKS.map((name) => ({ name, result: outside.find((each) => each.name === name) }));
  const rows = all.flatMap(({ name, result }) => (result ? [{ name, result }] : []));
  const never = all.filter(({ result }) => result === undefined).map(({ name }) => t(`outside.${outsideKeys[name]}`).split(':')[0]);
  return (
    <Section labelledBy="standardy">
      <Heading level={2} id="standardy">
        {t('outside.title')}
      </Heading>
      <Paragraph>{t('outside.text')}</Paragraph>
      <Table
        caption={t('outside.title')}
        captionHidden
        columns={[
          { key: 'name', label: t('outside.subject'), rowHeader: true, cell: ({ name }) => t(`outside.${outsideKeys[name]}`) },
          { key: 'count', label: t('outside.count'), numeric: true, cell: ({ result }) => result.subjects },
          {
            key: 'when',
            label: t('outside.when'),
            cell: ({ result }) => formatInstant(result.checkedAt, c.lang),
          },
          {
            key: 'result',
            label: t('outside.result'),
            plain: true,
            cell: ({ result }) => {
              return (
                <Stack gap="sm">
                  <Verdict t={t} faults={result.faults} />
                  {result.program === build ? null : <span>{t('outside.otherBuild')}</span>}
                </Stack>
              );
            },
          },
        ]}
        rows={rows}
        empty={<></>}
      />
      {never.length > 0 ? <Paragraph muted>{t('outside.never', { names: never.join(', ') })}</Paragraph> : null}
      <Details summary={t('outside.how')}>
        <pre class="ok-breakable" lang="en">
          <code>{howToCheck}</code>
        </pre>
      </Details>
    </Section>
  );
}

function HowToRead({ t, base, example }: { readonly t: T; readonly base: string; readonly example: string | undefined }) {
  const one = example ?? '/solec-kujawski/uslugi/{id}';
  const rows = [
    { label: t('read.details'), path: '/hsds' },
    { label: t('read.description'), path: '/hsds/openapi.json' },
    { label: t('read.profile'), path: '/hsds/profile' },
    { label: t('read.services'), path: '/hsds/services' },
    { label: t('read.filtered'), path: `/hsds/services?minimum_age=60&search=${encodeURIComponent('opieka')}` },
    { label: t('read.stream'), path: '/hsds/services?format=ndjson&full=true' },
    { label: t('read.changed'), path: '/hsds/services?minimal=true&modified_after=2026-01-01' },
    { label: t('read.organizations'), path: '/hsds/organizations?full=true' },
    { label: t('read.tables'), path: '/hsds/csv/datapackage.json' },
    { label: t('read.tableList'), path: '/hsds/csv' },
  ];
  const ofOne = [
    { label: t('read.cpsvAll'), path: `/${one.split('/')[1]}/cpsv-ap.jsonld` },
    { label: t('read.cpsv'), path: `${one}/cpsv-ap.jsonld` },
    { label: t('read.schemaOrg'), path: `${one}/schema-org.jsonld` },
  ];
  return (
    <Section labelledBy="czytanie">
      <Heading level={2} id="czytanie">
        {t('read.title')}
      </Heading>
      <Paragraph>{t('read.text')}</Paragraph>
      <Table
        caption={t('read.title')}
        captionHidden
        columns={[
          { key: 'what', label: t('read.subject'), rowHeader: true, cell: ({ label }) => label },
          {
            key: 'address',
            label: t('read.address'),
            cell: ({ path, isPattern }) =>
              isPattern ? (
                <code class="ok-breakable">{path}</code>
              ) : (
                <a class="ds-link ok-breakable" href={path}>
                  {path}
                </a>
              ),
          },
        ]}
        rows={[...rows.map((row) => ({ ...row, isPattern: false })), ...ofOne.map((row) => ({ ...row, isPattern: example === undefined }))]}
      />
      <Paragraph>{t('read.etag')}</Paragraph>
      <Details summary="curl">
        <pre class="ok-breakable">
          <code>{`curl '${base}/hsds/services?per_page=10&full=true'\ncurl -N '${base}/hsds/services?format=ndjson'`}</code>
        </pre>
      </Details>
    </Section>
  );
}
