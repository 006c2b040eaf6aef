import { join, resolve } from 'node:path';
import { s3Settings } from './evidence/s3/s3-settings.js';
import { productionFaults } from './production.js';
import { projectRoot } from './project-root.js';
import { Sources } from './settings/read.js';
import { limitsTable, settingsTable, type ValuesOf } from './settings/table.js';

export { projectRoot };

export function configFile(name: string): string {
  return join(projectRoot, 'config', name);
}

/** What the house is told from outside, checked; what was left empty is found here. */
export type Settings = ReturnType<typeof readSettings>;
/** Settings that name a database, and in production nothing of the demo. */
export type Config = Omit<Settings, 'databaseUrl' | 'readerUrl' | 'queueUrl'> & Record<'databaseUrl' | 'readerUrl' | 'queueUrl', string>;
export type Limits = ValuesOf<typeof limitsTable>;
export const CONFIG = Symbol('configuration');

/** Reads the environment, then the file that LACHAN_CONFIG names, then `config/default.yaml`; what is wrong is told with its place. */
export function readSettings(env: NodeJS.ProcessEnv = process.env, needed: { production?: boolean } = {}) {
  const production = env.NODE_ENV === 'production';
  const sources = new Sources(env, configFile('default.yaml'), production && needed.production === true);
  const given = { ...sources.read(settingsTable), limits: sources.read(limitsTable) };
  sources.refuseUnknown([...Object.values(settingsTable), ...Object.values(limitsTable)].map((s) => s.key));
  const s3 = sources.faults.length === 0 ? s3Settings(given) : { is: null, faults: [] };
  const rootless = given.timestampAuthorities?.length > 0 && !given.timestampRoots;
  refuse([...sources.faults, ...s3.faults, ...(rootless ? ['TIMESTAMP_ROOTS is needed beside TIMESTAMP_AUTHORITIES'] : [])]);
  return {
    ...given,
    evidenceS3: s3.is,
    production,
    publicUrl: given.publicUrl ?? `http://localhost:${given.port}`,
    evidenceUrl: given.evidenceUrl ?? `http://evidence.localhost:${given.port}`,
    dataDir: resolve(given.dataDir || join(projectRoot, 'data')),
    demo: given.demo === null ? !production : given.demo === 'on',
    chromiumSandbox: given.chromiumSandbox ?? (production ? ('required' as const) : ('auto' as const)),
    publicLogDelayHours: given.publicLogDelayHours ?? (production ? 168 : 0),
    logLevel: given.logLevel ?? (production ? ('info' as const) : ('warn' as const)),
  };
}

/** The settings of a process that works on the database. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const settings = readSettings(env, { production: true });
  const { databaseUrl } = settings;
  if (!databaseUrl) return refuse(['DATABASE_URL is not set; `npm start` sets it for the embedded database']) as never;
  const config = { ...settings, databaseUrl, readerUrl: settings.readerUrl ?? databaseUrl, queueUrl: settings.queueUrl ?? databaseUrl };
  if (config.production) refuse(productionFaults(config));
  return config;
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new Error(faults.map((says) => `Configuration: ${says}`).join('\n'));
}
