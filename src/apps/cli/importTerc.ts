import { readInput } from './importServices.ts';
import { print, withCapability } from './run.ts';

export async function importTerc(file: string, options: { json?: true }): Promise<void> {
  const text = new TextDecoder().decode(await readInput(file));
  const report = await withCapability('importTerc', (bringIn, opened) => bringIn(opened, text));
  print(options.json, report, `Gminas in the file: ${report.gminas}, new or changed: ${report.written}.`);
}
