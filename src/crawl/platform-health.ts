/** How the looks at one platform's pages went on one day of the office. */
export interface HealthDay {
  platform: string;
  /** how many days before today */
  ago: number;
  day: string;
  captures: number;
  /** where a post was to be read: neither gone, blocked nor failed */
  looked: number;
  found: number;
  text: number;
  author: number;
  time: number;
  gone: number;
  blocked: number;
  failed: number;
}
export const MEASURES = ['found', 'text', 'author', 'time'] as const;
export type Measure = (typeof MEASURES)[number];
export interface HealthRules {
  days: number;
  recent_days: number;
  least: number;
  falls_to: number;
  least_share: number;
}
/** What is read now beside what was read before; null: too few looks to say. */
export interface MeasureShare {
  measure: Measure;
  now: number | null;
  before: number | null;
  failing: boolean;
}
export interface PlatformHealth {
  platform: string;
  captures: number;
  failing: boolean;
  shares: MeasureShare[];
  days: HealthDay[];
}

/** Each platform's days, and what of its pages is read less than before; what fails comes first. */
export function platformHealth(days: HealthDay[], rules: HealthRules): PlatformHealth[] {
  return [...new Set(days.map((d) => d.platform))]
    .map((platform) => {
      const own = days.filter((d) => d.platform === platform);
      const shares = MEASURES.map((measure) => shareOf(measure, own, rules));
      const captures = own.reduce((sum, d) => sum + d.captures, 0);
      return { platform, captures, failing: shares.some((s) => s.failing), shares, days: own };
    })
    .sort((a, b) => Number(b.failing) - Number(a.failing) || b.captures - a.captures);
}

function shareOf(measure: Measure, days: HealthDay[], rules: HealthRules): MeasureShare {
  const now = partOf(
    measure,
    days.filter((d) => d.ago < rules.recent_days),
    rules.least,
  );
  const before = partOf(
    measure,
    days.filter((d) => d.ago >= rules.recent_days),
    rules.least,
  );
  // not every platform tells a time or an author: what was never read does not begin to fail
  const least = before === null ? (measure === 'found' ? rules.least_share : 0) : before * rules.falls_to;
  return { measure, now, before, failing: now !== null && now < least };
}

/** Of the looks at which a post was to be read, those that found one; of the posts that were found, those with the rest. */
function partOf(measure: Measure, days: HealthDay[], least: number): number | null {
  const sum = (name: Measure | 'looked'): number => days.reduce((n, d) => n + d[name], 0);
  const all = sum(measure === 'found' ? 'looked' : 'found');
  return all < least ? null : sum(measure) / all;
}
