// The one program of Okienko. It installs what is missing, then hands over to src/main.ts on the Node that the
// project pins. Plain JavaScript for any Node >= 20 and without dependencies, because it runs on a fresh clone.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InstallError, ensureInstalled, runtimePath } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const began = Date.now();
const say = (line) => process.stderr.write(`  · ${line}\n`);

try {
  if (await ensureInstalled({ root, dev: false, say }))
    process.stderr.write(`  ✓ dependencies installed (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
const child = spawn(runtimePath(root), ['--import', loader, join(root, 'src', 'main.ts'), ...process.argv.slice(2)], {
  // The channel tells the child when this process is gone, however it went, so that no server is left behind.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
});
// Ctrl-C reaches the child from the terminal as well; it takes several requests to stop within two seconds as one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  process.stderr.write(`Node of the project could not be started (${error.message}); remove the folder node_modules and try again.\n`);
  process.exit(1);
});
child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
