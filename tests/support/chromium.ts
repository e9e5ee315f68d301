import { chromium, type Browser } from 'playwright-core';

/** Where the unpacked browser lies. */
export interface ChromiumPlace {
  readonly executablePath: string;
  readonly fontsDir: string;
  /** Libraries to use instead of the system's; null: the system has them. */
  readonly librariesDir: string | null;
}

/** Starts the browser without its sandbox, which needs rights that a test run does not have. */
export function launchChromium({ executablePath, fontsDir, librariesDir }: ChromiumPlace): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-setuid-sandbox', '--font-render-hinting=none', '--disable-gpu', '--disable-dev-shm-usage'],
    env: {
      ...process.env,
      FONTCONFIG_PATH: fontsDir,
      ...(librariesDir === null ? {} : { LD_LIBRARY_PATH: librariesDir }),
    },
  });
}
