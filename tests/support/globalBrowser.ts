import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchChromium, type ChromiumPlace } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumPlace;
  }
}

/** Unpacks the browser that comes from the package registry; nothing is downloaded and no system package is needed. */
export default async function setup(project: TestProject): Promise<void> {
  const folder = await unpacked();
  const place = { executablePath: join(folder, 'chromium'), fontsDir: join(folder, 'fonts'), librariesDir: null };
  try {
    await (await launchChromium(place)).close();
    project.provide('chromium', place);
  } catch (thrown) {
    // A machine without the few libraries that a browser takes from the system gets those of the package.
    const withLibraries = { ...place, librariesDir: join(folder, 'al2023', 'lib') };
    await (await launchChromium(withLibraries).catch(() => Promise.reject(thrown))).close();
    project.provide('chromium', withLibraries);
  }
}

/** The folder of the unpacked browser, kept between runs. */
async function unpacked(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const description = join(main.slice(0, main.lastIndexOf('@sparticuz')), '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `okienko-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const draft = await mkdtemp(`${folder}-`);
  // The package unpacks into the temporary folder of the process, and its libraries only where it believes to be in a cloud.
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  Object.assign(process.env, { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { default: chromium } = (await import('@sparticuz/chromium')) as unknown as { default: { executablePath(): Promise<string> } };
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_EXECUTION_ENV })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  // Whole or not at all: two runs may unpack at once.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
