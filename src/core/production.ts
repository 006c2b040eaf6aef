import type { Config } from './config.js';

/** The secret of `config/default.yaml`. */
const DEMO_SECRET = 'demo-only-secret';

/** What of these settings a production must not run on; each fault is one sentence. */
export function productionFaults(config: Config): string[] {
  const faults: [boolean, string][] = [
    [config.secret === DEMO_SECRET, 'LACHAN_SECRET is the secret of the demo, which everybody can read: set one of your own'],
    [
      config.secret !== DEMO_SECRET && config.secret.length < 32,
      'LACHAN_SECRET is shorter than 32 signs: `openssl rand -base64 32` makes a good one',
    ],
    [!isHttps(config.publicUrl), `PUBLIC_URL must be an https address, and ${config.publicUrl} is none`],
    [!isHttps(config.evidenceUrl), `EVIDENCE_URL must be an https address, and ${config.evidenceUrl} is none`],
    [
      hostOf(config.publicUrl) === hostOf(config.evidenceUrl),
      'EVIDENCE_URL must have another host name than PUBLIC_URL, so that captured pages never share an origin with the office',
    ],
    [
      config.evidenceS3 !== null && !isHttps(config.evidenceS3.endpoint),
      'EVIDENCE_S3_ENDPOINT must be an https address: evidence and the login to it would go open over the network',
    ],
    [
      isEmbedded(config.databaseUrl),
      "DATABASE_URL names the embedded database, which is for one machine's trial: use a PostgreSQL of your own",
    ],
    [config.demo || config.worldUrl !== null, 'LACHAN_DEMO and WORLD_URL are for the demo: take them away'],
  ];
  return faults.filter(([is]) => is).map(([, says]) => says);
}

/** What of the database's own past a production must not run on. */
export function pastFaults(past: { demo: boolean; seeded: boolean; clockMoved: boolean }): string[] {
  const faults: [boolean, string][] = [
    [past.clockMoved, 'the office clock of this database was moved: production needs a database whose clock tells the time'],
    [past.demo || past.seeded, 'this database was filled by the demo: production needs one of its own'],
  ];
  return faults.filter(([is]) => is).map(([, says]) => says);
}

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);
const isHttps = (url: string): boolean => parsed(url)?.protocol === 'https:';
const hostOf = (url: string): string => parsed(url)?.hostname ?? url;
function isEmbedded(url: string): boolean {
  const database = parsed(url);
  return database?.username === 'lachan_app_login' && ['127.0.0.1', 'localhost', '[::1]'].includes(database.hostname);
}
