import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { productionFaults } from './production.js';

/** What the house is told from outside. One reading at start; `config/default.yaml` has a sentence per setting. */
export interface Config {
  production: boolean;
  port: number;
  publicUrl: string;
  evidenceUrl: string;
  dataDir: string;
  timeZone: string;
  language: 'vi' | 'en';
  databaseUrl: string;
  ownerUrl: string;
  readerUrl: string;
  queueUrl: string;
  redisUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  worldUrl: string | null;
  captureAllow: string[];
  captureSlots: number;
  limits: Limits;
  secret: string;
  /** addresses of proxies whose X-Forwarded headers are believed */
  trustProxy: string;
  metricsToken: string | null;
}
export interface Limits {
  reportText: number;
  uploadBytes: number;
  reportsPerMinute: number;
  signInsPerQuarterHour: number;
  sessionHours: number;
  leaseMinutes: number;
}

/** The project's own folder, where `config/` lies, found upwards from this file (dist or src). */
export const projectRoot = ((): string => {
  let dir = import.meta.dirname;
  while (!existsSync(join(dir, 'package.json'))) dir = join(dir, '..');
  return dir;
})();

export function configFile(name: string): string {
  return join(projectRoot, 'config', name);
}

const fail = (sentence: string): never => {
  throw new Error(`Configuration: ${sentence}`);
};

/** Reads defaults, then the file that LACHAN_CONFIG names, then the environment; refuses a production without its secrets. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const defaults = parse(readFileSync(configFile('default.yaml'), 'utf8')) as Record<string, unknown>;
  const file = { ...defaults };
  if (env.LACHAN_CONFIG) Object.assign(file, parse(readFileSync(env.LACHAN_CONFIG, 'utf8')));
  const production = env.NODE_ENV === 'production';
  const text = (name: string, key: string, inProduction?: 'required'): string => {
    if (env[name]) return env[name];
    if (production && inProduction) return fail(`${name} is needed when NODE_ENV=production`);
    return String(file[key] ?? '');
  };
  const number = (name: string, key: string): number => {
    const n = Number(text(name, key));
    return Number.isFinite(n) ? n : fail(`${name} (${key}) must be a number`);
  };
  const port = number('PORT', 'port');
  const databaseUrl =
    text('DATABASE_URL', 'database_url', 'required') || fail('DATABASE_URL is not set; `npm start` sets it for the embedded database');
  const limits = (file.limits ?? {}) as Record<string, number>;
  const limit = (name: keyof Limits, key: string): number =>
    Number(env[`LIMIT_${key.toUpperCase()}`] ?? limits[key] ?? fail(`limits.${key} (${name}) is missing`));
  const config: Config = {
    production,
    port,
    databaseUrl,
    publicUrl: text('PUBLIC_URL', 'public_url', 'required') || `http://localhost:${port}`,
    evidenceUrl: text('EVIDENCE_URL', 'evidence_url', 'required') || `http://evidence.localhost:${port}`,
    dataDir: text('LACHAN_DATA', 'data_dir') || join(projectRoot, 'data'),
    timeZone: text('OFFICE_TIME_ZONE', 'time_zone'),
    language: text('OFFICE_LANGUAGE', 'language') === 'en' ? 'en' : 'vi',
    ownerUrl: env.DATABASE_OWNER_URL ?? '',
    readerUrl: env.DATABASE_READER_URL || databaseUrl,
    queueUrl: env.DATABASE_QUEUE_URL || databaseUrl,
    redisUrl: env.REDIS_URL || null,
    smtpUrl: env.SMTP_URL || null,
    mailFrom: text('MAIL_FROM', 'mail_from'),
    worldUrl: env.WORLD_URL || null,
    captureAllow: (env.CAPTURE_ALLOW ?? '').split(',').filter(Boolean),
    captureSlots: number('CAPTURE_SLOTS', 'capture_slots'),
    limits: {
      reportText: limit('reportText', 'report_text'),
      uploadBytes: limit('uploadBytes', 'upload_bytes'),
      reportsPerMinute: limit('reportsPerMinute', 'reports_per_minute'),
      signInsPerQuarterHour: limit('signInsPerQuarterHour', 'sign_ins_per_quarter_hour'),
      sessionHours: limit('sessionHours', 'session_hours'),
      leaseMinutes: limit('leaseMinutes', 'lease_minutes'),
    },
    secret: text('LACHAN_SECRET', 'secret', 'required'),
    trustProxy: text('TRUST_PROXY', 'trust_proxy'),
    metricsToken: env.METRICS_TOKEN || null,
  };
  const faults = production
    ? productionFaults(config, { defaultSecret: String(defaults.secret), demo: Boolean(env.LACHAN_DEMO) && env.LACHAN_DEMO !== 'off' })
    : [];
  return faults.length === 0 ? config : fail(faults.join('\nConfiguration: '));
}
export const CONFIG = Symbol('configuration');
