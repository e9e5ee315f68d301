import { InvalidArgumentError, type Command } from 'commander';
import { rolesOfCentres } from './roles.ts';
import type { DescribeOptions } from './centreCreate.ts';

/** Declares every verb. Each one's code is loaded only when it runs. */
export function addVerbs(program: Command): void {
  program
    .command('start')
    .description('start everything: database, migrations, demonstration, web server and jobs (settings: docs/operations/settings.md)')
    .action(async () => (await import('./start.ts')).start());

  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: true }) => (await import('./migrate.ts')).migrateVerb(options));

  program
    .command('doctor')
    .description('check the installation and say what is wrong')
    .option('--audit', 'verify the chain of the audit log too')
    .option('--json', 'print the result as JSON')
    .action(async (options: { audit?: true; json?: true }) => (await import('./doctor.ts')).doctor(options));

  const centre = program.command('centre').description('centres');
  centre
    .command('create')
    .description('add a centre')
    .requiredOption('--slug <slug>', 'its part of the address, as in solec-kujawski (required)')
    .requiredOption('--name <name>', 'its full name (required)')
    .requiredOption('--teryt <code>', 'the seven digits of its gmina in the register TERC, which `import terc` brings in (required)', teryt)
    .option('--regional', 'a regional office, which writes templates for the centres of its voivodeship')
    .option('--json', 'print the result as JSON')
    .action(async (options: { slug: string; name: string; teryt: string; regional?: true; json?: true }) =>
      (await import('./centreCreate.ts')).centreCreate(options),
    );

  centre
    .command('describe')
    .description('write down how a centre is reached and which places its gmina has; what is left out stays, an empty text takes it away')
    .requiredOption('--slug <slug>', 'its part of the address, as in solec-kujawski (required)')
    .option('--phone <number>', 'shown to residents on every page and on leaflets')
    .option('--email <address>', 'shown likewise')
    .option('--address <line>', 'street, postcode and town in one line')
    .option('--hours <text>', 'when somebody answers, as in "poniedziałek–piątek 7:30–15:30"')
    .option('--website <address>', "the centre's own site")
    .option('--localities <names>', 'towns and villages of the gmina, separated by commas; residents look for services near them')
    .action(async (options: DescribeOptions) => (await import('./centreCreate.ts')).centreDescribe(options));

  const user = program.command('user').description('accounts');
  user
    .command('create')
    .description('add an account, or a role to an account that exists')
    .requiredOption('--email <address>', '(required)')
    .requiredOption('--name <name>', 'first name and surname (required)')
    .requiredOption('--role <role>', `one of: ${rolesOfCentres.join(', ')} (required)`)
    .requiredOption('--centre <slug>', 'the centre in which the role is held (required)')
    .option('--password-stdin', 'read the password from the standard input; otherwise a link to choose one is sent')
    .option('--json', 'print the result as JSON')
    .action(async (options: { email: string; name: string; role: string; centre: string; passwordStdin?: true; json?: true }) =>
      (await import('./userCreate.ts')).userCreate(options),
    );

  const bringIn = program.command('import').description('bring data in');
  bringIn
    .command('services')
    .description('add or update the services of a centre')
    .argument('<file>', 'HSDS 3.1 JSON, XLSX, CSV or ZIP with tables of HSDS; - for the standard input')
    .requiredOption('--centre <slug>', 'which centre, by its part of the address, as in solec-kujawski (required)')
    .option('--format <format>', 'json or csv, for text; by default after the name and the beginning of the file')
    .option('--skip-broken', 'leave out rows with mistakes; without it any mistake refuses the file')
    .option('--as-guessed', 'take the columns of a table for what they look like, also where that is unsure')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: { centre: string; format?: string; skipBroken?: true; dryRun?: true; json?: true }) =>
      (await import('./importServices.ts')).importServices(file, options),
    );
  bringIn
    .command('undo')
    .description('take an import of services back; what somebody changed since stays')
    .argument('<run>', 'its number, as import services printed it')
    .requiredOption('--centre <slug>', 'which centre, by its part of the address, as in solec-kujawski (required)')
    .option('--json', 'print the result as JSON')
    .action(async (run: string, options: { centre: string; json?: true }) =>
      (await import('./importServices.ts')).undoImport(run, options),
    );

  bringIn
    .command('terc')
    .description('bring in the register of gminas (the official TERC file of Statistics Poland, as CSV)')
    .argument('<file>', 'TERC_Urzedowy_….csv; - for the standard input')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: { json?: true }) => (await import('./importTerc.ts')).importTerc(file, options));

  const takeOut = program.command('export').description('take data out');
  takeOut
    .command('services')
    .description('print the services of a centre as HSDS 3.1 JSON')
    .requiredOption('--centre <slug>', 'which centre, by its part of the address, as in solec-kujawski (required)')
    .action(async (options: { centre: string }) => (await import('./exportServices.ts')).exportServices(options));

  // The verbs below `search` have options of the same names.
  const search = program.enablePositionalOptions().command('search').description('search the services of a centre as a resident would');
  search
    .argument('<words...>', 'for example "opieka dla mamy z demencją"')
    .option('--centre <slug>', 'which centre, by its part of the address, as in solec-kujawski (required)')
    .option('--limit <number>', 'how many at most', atLeastOne, 10)
    .option('--json', 'print ids, names and scores as JSON')
    .enablePositionalOptions()
    .helpCommand(false)
    .action(async (words: string[], options: { centre?: string; limit: number; json?: true }) =>
      (await import('./search.ts')).search(words.join(' '), options),
    );
  search
    .command('eval')
    .description('measure the search over judged queries, in a centre that is made for it and undone')
    .requiredOption('--services <file>', 'JSON array of services (formats: data/search/README.md; required)')
    .requiredOption('--queries <file>', 'JSON array of queries with graded services (required)')
    .option('--json', 'print the figures as JSON')
    .action(async (options: { services: string; queries: string; json?: true }) => (await import('./search.ts')).searchEval(options));

  search
    .command('train')
    .description('learn the needs from data/search/needs and write data/search/needs.model (some minutes of one core)')
    .option('--json', 'print what was learned as JSON')
    .action(async (options: { json?: true }) => (await import('./search.ts')).searchTrain(options));

  search
    .command('export-taught')
    .description('print what editors of a centre taught the search, as a file for data/search/needs')
    .requiredOption('--centre <slug>', 'which centre, by its part of the address, as in solec-kujawski (required)')
    .action(async (options: { centre: string }) => (await import('./search.ts')).searchExportTaught(options));

  const check = program.command('check').description('hold the open data against the files of a standard');
  check
    .command('hsds')
    .description('walk an HSDS interface and validate every page and object; the result is shown at /zgodnosc')
    .requiredOption('--schemas <folder>', 'the folder schema/ of the specification (required)')
    .option('--url <address>', 'the base address of another interface; its result is not kept')
    .option('--json', 'print the result as JSON')
    .action(async (options: { schemas: string; url?: string; json?: true }) => (await import('./check.ts')).checkHsds(options));

  check
    .command('tables')
    .description('load the open data as CSV into tables made by the definition of the standard, with all foreign keys')
    .requiredOption('--schemas <folder>', 'the folder schema/ of the specification, with examples/ beside it (required)')
    .option('--json', 'print the result as JSON')
    .action(async (options: { schemas: string; json?: true }) => (await import('./check.ts')).checkTables(options));
  check
    .command('cpsv')
    .description(
      'hold every service as linked data against the SHACL shapes of CPSV-AP (needs `npm install` first: npm start leaves its libraries out)',
    )
    .requiredOption('--shapes <folder>', 'the folder with cpsv-ap-SHACL.ttl (required)')
    .option('--json', 'print the result as JSON')
    .action(async (options: { shapes: string; json?: true }) => (await import('./check.ts')).checkLinkedData(options));
  check
    .command('description')
    .description('lint the OpenAPI description (needs `npm install` first: npm start leaves its libraries out)')
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: true }) => (await import('./check.ts')).checkDescription(options));

  const demo = program.command('demo').description('the demonstration');
  demo
    .command('reset')
    .description('remove what people did in the demonstration and make it anew')
    .option('--json', 'print the accounts as JSON')
    .action(async (options: { json?: true }) => (await import('./demoReset.ts')).demoReset(options));
}

function teryt(text: string): string {
  if (!/^\d{7}$/.test(text)) throw new InvalidArgumentError('It has seven digits, as in 0403083.');
  return text;
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000) throw new InvalidArgumentError('A whole number from 1 to 1000.');
  return number;
}
