/**
 * Makes src/ui/theme/theme.css from src/ui/theme/designsystemet.config.json with the Designsystemet command.
 * Run after changing a colour: node --import tsx scripts/buildTheme.ts
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const themeDir = join(root, 'src/ui/theme');
const command = join(root, 'node_modules/.bin/designsystemet');

const work = await mkdtemp(join(tmpdir(), 'okienko-theme-'));
try {
  await cp(join(themeDir, 'designsystemet.config.json'), join(work, 'designsystemet.config.json'));
  execFileSync(command, ['tokens', 'create'], { cwd: work, stdio: 'ignore' });
  execFileSync(command, ['tokens', 'build', '-o', 'built'], { cwd: work, stdio: 'ignore' });
  const css = await readFile(join(work, 'built/okienko.css'), 'utf8');
  await writeFile(join(themeDir, 'theme.css'), css);
  execFileSync(join(root, 'node_modules/.bin/oxfmt'), [join(themeDir, 'theme.css')], { cwd: root });
  console.log(`src/ui/theme/theme.css: ${css.length} characters`);
} finally {
  await rm(work, { recursive: true, force: true });
}
