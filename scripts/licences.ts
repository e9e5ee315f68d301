import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
export const licencesFile = join(root, 'docs/licences.md');

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** Wanted by a tool of the developers and, optionally, by something that runs. */
  readonly devOptional?: boolean;
}

/** Packages that run with the product, by licence, as the lock file records them. */
export function readLicences(): Map<string, string[]> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> };
  const byLicence = new Map<string, string[]>();
  for (const [path, { version, license, dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = license ?? 'not stated';
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), `${name} ${version ?? ''}`]);
  }
  return byLicence;
}

/** The page for whoever passes the product on. */
export function describeLicences(): string {
  const parts = [...readLicences()]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([licence, names]) => `## ${licence}\n\n${[...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en')).join(' · ')}\n`);
  return `# Licences of what runs with the product\n\nMade by \`npm run docs:licences\` from the lock file. Okienko itself: EUPL-1.2. Data and fonts that ship in the repository keep\ntheir licences beside them: \`data/lexical\` (BSD-2-Clause, CC-BY-SA-3.0, LGPL-2.1), \`src/ui/fonts\` (OFL-1.1).\n\n${parts.join('\n')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(licencesFile, describeLicences());
