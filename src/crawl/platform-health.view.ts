import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { readTable } from '../core/table.js';
import { PAGE_READ, POST_READ } from './engine/index.js';
import { sessionOf } from './last-seen.view.js';
import type { SignedOutProfile } from './profiles/profile-answers.js';
import { ProfilesView } from './profiles/profiles.view.js';
import { platformHealth, type HealthDay, type HealthRules, type PlatformHealth } from './platform-health.js';

const NUMBERS = ['days', 'recent_days', 'least', 'falls_to', 'least_share'] as const;
/** `config/platform-health.yaml`, checked. */
const rules = readTable<HealthRules>('platform-health.yaml', (table) =>
  NUMBERS.filter((name) => !(table[name] > 0)).map((name) => ({ path: [name], says: `${name} must be a positive number` })),
);

/** How well the pages of each platform were read in the last days, as the public is shown them; counts alone, of no post and no person. */
export interface PlatformHealthReport {
  recentDays: number;
  days: number;
  platforms: PlatformHealth[];
  /** sessions that their networks know no more */
  signedOut: SignedOutProfile[];
}

@Injectable()
export class PlatformHealthView {
  constructor(
    private readonly db: Db,
    private readonly profiles: ProfilesView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<PlatformHealthReport> {
    const days = await this.db.read((tx) =>
      tx.query<HealthDay[]>(
        `WITH today AS (SELECT (core.office_now() AT TIME ZONE $1)::date AS day), looks AS (
           SELECT c.platform, (o.office_at AT TIME ZONE $1)::date AS day, c.outcome, c.text, c.author, c.posted_at,
             o.observation IN ('present', 'unclear') AS looked, o.ground ->> 'rule' = ANY ($3) AS found
           FROM crawl.observations o JOIN crawl.captures c ON c.id = o.capture_id, today
           WHERE o.office_at >= (today.day - $2::int + 1)::timestamp AT TIME ZONE $1 AND c.platform <> 'none' AND ${sessionOf('c.visitor')} IS NULL)
         SELECT l.platform, (today.day - l.day)::int AS ago, l.day::text AS day, count(*)::int AS captures, count(*) FILTER (WHERE looked)::int AS looked,
           count(*) FILTER (WHERE looked AND found)::int AS found, count(*) FILTER (WHERE looked AND found AND text <> '')::int AS text,
           count(*) FILTER (WHERE looked AND found AND author <> '')::int AS author, count(*) FILTER (WHERE looked AND found AND posted_at IS NOT NULL)::int AS time,
           count(*) FILTER (WHERE outcome = 'gone')::int AS gone, count(*) FILTER (WHERE outcome = 'blocked')::int AS blocked, count(*) FILTER (WHERE outcome = 'failed')::int AS failed
         FROM looks l, today GROUP BY l.platform, l.day, today.day ORDER BY l.platform, l.day DESC`,
        [this.config.timeZone, rules.days, [...POST_READ, PAGE_READ]],
      ),
    );
    return {
      recentDays: rules.recent_days,
      days: rules.days,
      platforms: platformHealth(days, rules),
      signedOut: await this.db.read((tx) => this.profiles.signedOut(tx)),
    };
  }
}
