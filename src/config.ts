import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder that holds package.json. */
export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything the environment decides, read once. Keys of a secret nature never go to a log. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where the product answers as people type it, without a closing slash. */
  readonly publicUrl: string;
  /** Absolute. Holds the embedded database, the attachments and generated secrets. */
  readonly dataDir: string;
  /** True when OKIENKO_DATA_DIR was given, so that no other place may be chosen for the person. */
  readonly isDataDirChosen: boolean;
  /** A PostgreSQL of the operator's own; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** A separate login of the restricted role; undefined means `databaseUrl` with the role switched. */
  readonly appDatabaseUrl: string | undefined;
  readonly isDemo: boolean;
  /** At least 32 characters; undefined only in demo mode, where one is generated and kept. */
  readonly secret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly oidc: OidcConfig | undefined;
  readonly logLevel: LogLevel;
}

/** A national or municipal identity provider that speaks OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in button says. */
  readonly label: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Wrong settings, all of them at once, each as a sentence for the operator. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

function url(protocols: readonly string[], example: string) {
  return z.string().refine(
    (text) => {
      const parsed = URL.parse(text);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    { error: `must be an address such as ${example}` },
  );
}

const yes = ['1', 'true', 'yes', 'on'];
const no = ['0', 'false', 'no', 'off'];
const flag = z
  .string()
  .refine((text) => [...yes, ...no].includes(text.toLowerCase()), { error: 'must be "true" or "false"' })
  .transform((text) => yes.includes(text.toLowerCase()));

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
    error: 'must be a whole number from 0 to 65535',
  })
  .transform(Number);

const postgres = url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/okienko');
const web = url(['http:', 'https:'], 'https://okienko.example.pl');

const environment = z.object({
  PORT: port.optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be a host name or an address, such as 127.0.0.1' })
    .optional(),
  DATABASE_URL: postgres.optional(),
  OKIENKO_APP_DATABASE_URL: postgres.optional(),
  OKIENKO_DATA_DIR: z
    .string()
    .refine((text) => !text.includes('\0'), { error: 'must be a folder' })
    .optional(),
  OKIENKO_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  OKIENKO_DEMO: flag.optional(),
  OKIENKO_PUBLIC_URL: web.optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.pl').optional(),
  OIDC_ISSUER: web.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, { error: 'must have at most 60 characters' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
});

/**
 * Reads the settings from `env`; relative folders count from `baseDir`.
 * @throws ConfigError with every fault at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, baseDir: string = projectDir): Config {
  // An empty variable counts as one that is not set.
  const set = Object.keys(environment.shape).flatMap((key) => (env[key]?.trim() ? [[key, env[key].trim()]] : []));
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const given = parsed.data;
  const faults: string[] = [];

  const isDemo = given.OKIENKO_DEMO ?? given.DATABASE_URL === undefined;
  if (!isDemo && given.OKIENKO_SECRET === undefined)
    faults.push('OKIENKO_SECRET is required outside demo mode: at least 32 random characters, kept the same between starts.');
  if (given.OKIENKO_APP_DATABASE_URL !== undefined && given.DATABASE_URL === undefined)
    faults.push('OKIENKO_APP_DATABASE_URL has a meaning only together with DATABASE_URL.');

  const oidcParts = {
    OIDC_ISSUER: given.OIDC_ISSUER,
    OIDC_CLIENT_ID: given.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: given.OIDC_CLIENT_SECRET,
  };
  const missing = Object.entries(oidcParts).filter(([, value]) => value === undefined);
  const isOidcAsked = missing.length < 3;
  if (isOidcAsked)
    for (const [name] of missing)
      faults.push(`${name} is missing; signing in through OpenID Connect needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.`);
  if (faults.length > 0) throw new ConfigError(faults);

  const listenPort = given.PORT ?? 3000;
  return {
    port: listenPort,
    host: given.HOST ?? '127.0.0.1',
    publicUrl: (given.OKIENKO_PUBLIC_URL ?? `http://localhost:${listenPort}`).replace(/\/+$/, ''),
    dataDir: resolve(baseDir, given.OKIENKO_DATA_DIR ?? '.okienko'),
    isDataDirChosen: given.OKIENKO_DATA_DIR !== undefined,
    databaseUrl: given.DATABASE_URL,
    appDatabaseUrl: given.OKIENKO_APP_DATABASE_URL,
    isDemo,
    secret: given.OKIENKO_SECRET,
    smtpUrl: given.SMTP_URL,
    oidc:
      oidcParts.OIDC_ISSUER && oidcParts.OIDC_CLIENT_ID && oidcParts.OIDC_CLIENT_SECRET
        ? {
            issuer: oidcParts.OIDC_ISSUER,
            clientId: oidcParts.OIDC_CLIENT_ID,
            clientSecret: oidcParts.OIDC_CLIENT_SECRET,
            label: given.OIDC_LABEL ?? 'login.gov.pl',
          }
        : undefined,
    // The terminal of a demonstration shows the address and the accounts, not a line for every request.
    logLevel: given.LOG_LEVEL ?? (isDemo ? 'warn' : 'info'),
  };
}
