import {
  address,
  addresses,
  machines,
  namedAddresses,
  objectId,
  oneOf,
  orEmpty,
  targets,
  text,
  timeZone,
  whole,
  type Kind,
} from './kinds.js';

/** One setting: its key in `config/default.yaml`, which has its sentence, the variable that overrides it, and what it may be. */
export interface Setting<T> {
  key: string;
  env: string;
  is: Kind<T>;
  /** it opens something: what was given is never said back */
  secret?: true;
  /** the default counts for nothing when NODE_ENV=production */
  ownInProduction?: true;
}
const setting = <T>(key: string, env: string, is: Kind<T>, more: Pick<Setting<T>, 'secret' | 'ownInProduction'> = {}): Setting<T> => ({
  key,
  env,
  is,
  ...more,
});
const web = orEmpty(address('http', 'https'));
const database = orEmpty(address('postgres', 'postgresql'));
const SECRET = { secret: true } as const;
const OWN = { ownInProduction: true } as const;

export const settingsTable = {
  port: setting('port', 'PORT', whole(0, 65_535)),
  host: setting('host', 'HOST', text),
  publicUrl: setting('public_url', 'PUBLIC_URL', web, OWN),
  evidenceUrl: setting('evidence_url', 'EVIDENCE_URL', web, OWN),
  dataDir: setting('data_dir', 'LACHAN_DATA', text),
  timeZone: setting('time_zone', 'OFFICE_TIME_ZONE', timeZone),
  language: setting('language', 'OFFICE_LANGUAGE', oneOf('vi', 'en')),
  publicLogDelayHours: setting('public_log_delay_hours', 'PUBLIC_LOG_DELAY_HOURS', orEmpty(whole(0, 8_760))),
  databaseUrl: setting('database_url', 'DATABASE_URL', database, { ...SECRET, ...OWN }),
  ownerUrl: setting('database_owner_url', 'DATABASE_OWNER_URL', database, SECRET),
  readerUrl: setting('database_reader_url', 'DATABASE_READER_URL', database, SECRET),
  purgerUrl: setting('database_purger_url', 'DATABASE_PURGER_URL', database, SECRET),
  queueUrl: setting('database_queue_url', 'DATABASE_QUEUE_URL', database, SECRET),
  redisUrl: setting('redis_url', 'REDIS_URL', orEmpty(address('redis', 'rediss')), SECRET),
  evidenceS3Endpoint: setting('evidence_s3_endpoint', 'EVIDENCE_S3_ENDPOINT', web),
  evidenceS3Region: setting('evidence_s3_region', 'EVIDENCE_S3_REGION', text),
  evidenceS3Bucket: setting('evidence_s3_bucket', 'EVIDENCE_S3_BUCKET', orEmpty(text)),
  evidenceS3AccessKey: setting('evidence_s3_access_key', 'EVIDENCE_S3_ACCESS_KEY', orEmpty(text), SECRET),
  evidenceS3SecretKey: setting('evidence_s3_secret_key', 'EVIDENCE_S3_SECRET_KEY', orEmpty(text), SECRET),
  evidenceS3Lock: setting('evidence_s3_lock', 'EVIDENCE_S3_LOCK', orEmpty(oneOf('GOVERNANCE', 'COMPLIANCE'))),
  evidenceS3LockDays: setting('evidence_s3_lock_days', 'EVIDENCE_S3_LOCK_DAYS', whole(1, 36_500)),
  packageKeyFile: setting('package_key_file', 'PACKAGE_KEY_FILE', orEmpty(text)),
  packageKeyPassword: setting('package_key_password', 'PACKAGE_KEY_PASSWORD', orEmpty(text), SECRET),
  timestampAuthorities: setting('timestamp_authorities', 'TIMESTAMP_AUTHORITIES', addresses('http', 'https')),
  timestampRoots: setting('timestamp_roots', 'TIMESTAMP_ROOTS', orEmpty(text)),
  timestampPolicy: setting('timestamp_policy', 'TIMESTAMP_POLICY', orEmpty(objectId)),
  timestampAllow: setting('timestamp_allow', 'TIMESTAMP_ALLOW', targets),
  factCheckUrl: setting('fact_check_url', 'FACT_CHECK_URL', web),
  factCheckKey: setting('fact_check_key', 'FACT_CHECK_KEY', orEmpty(text), SECRET),
  factCheckAllow: setting('fact_check_allow', 'FACT_CHECK_ALLOW', targets),
  smtpUrl: setting('smtp_url', 'SMTP_URL', orEmpty(address('smtp', 'smtps')), SECRET),
  mailFrom: setting('mail_from', 'MAIL_FROM', text),
  workerNice: setting('worker_nice', 'WORKER_NICE', whole(0, 19)),
  spentDeliveriesDays: setting('spent_deliveries_days', 'SPENT_DELIVERIES_DAYS', whole(2, 3_650)),
  captureSlots: setting('capture_slots', 'CAPTURE_SLOTS', whole(0, 64)),
  captureReady: setting('capture_ready', 'CAPTURE_READY', whole(0, 64)),
  serveReady: setting('serve_ready', 'SERVE_READY', whole(0, 1)),
  ntpServers: setting('ntp_servers', 'NTP_SERVERS', machines),
  egressAddress: setting('egress_address', 'EGRESS_ADDRESS', orEmpty(text)),
  imageDigest: setting('image_digest', 'IMAGE_DIGEST', orEmpty(text)),
  captureRoutes: setting('capture_routes', 'CAPTURE_ROUTES', namedAddresses('http', 'socks5'), SECRET),
  captureAllow: setting('capture_allow', 'CAPTURE_ALLOW', targets),
  chromiumPath: setting('chromium_path', 'CHROMIUM_PATH', text),
  chromiumSandbox: setting('chromium_sandbox', 'CHROMIUM_SANDBOX', orEmpty(oneOf('auto', 'required'))),
  demo: setting('demo', 'LACHAN_DEMO', orEmpty(oneOf('on', 'off'))),
  worldPort: setting('world_port', 'WORLD_PORT', whole(0, 65_535)),
  worldUrl: setting('world_url', 'WORLD_URL', web),
  trustProxy: setting('trust_proxy', 'TRUST_PROXY', text),
  metricsToken: setting('metrics_token', 'METRICS_TOKEN', orEmpty(text), SECRET),
  logLevel: setting('log_level', 'LOG_LEVEL', orEmpty(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace'))),
  secret: setting('secret', 'LACHAN_SECRET', text, { ...SECRET, ...OWN }),
};

const limit = (key: string, to: number): Setting<number> => setting(`limits.${key}`, `LIMIT_${key.toUpperCase()}`, whole(1, to));
export const limitsTable = {
  // no higher than what is read into memory of one request at all (report.dto.ts, upload.adapter.ts)
  reportText: limit('report_text', 200_000),
  uploadBytes: limit('upload_bytes', 10_485_760),
  fileBytes: limit('file_bytes', 4_000_000_000),
  uploadPixels: limit('upload_pixels', 1_000_000_000),
  reportsPerMinute: limit('reports_per_minute', 10_000_000),
  signInsPerQuarterHour: limit('sign_ins_per_quarter_hour', 10_000_000),
  wrongCodesPerQuarterHour: limit('wrong_codes_per_quarter_hour', 1000),
  signInSlowMs: limit('sign_in_slow_ms', 60_000),
  signInSlowMostMs: limit('sign_in_slow_most_ms', 60_000),
  deviceDays: limit('device_days', 3650),
  sessionHours: limit('session_hours', 24 * 30),
  stepUpMinutes: limit('step_up_minutes', 60),
  previewsPerMinute: limit('previews_per_minute', 10_000),
  leaseMinutes: limit('lease_minutes', 24 * 60),
  liveStreams: limit('live_streams', 100_000),
  liveStreamsPerPerson: limit('live_streams_per_person', 1000),
};

export type ValuesOf<T> = { [K in keyof T]: T[K] extends Setting<infer V> ? V : never };
