import { pageDifferences, type RegisterDifference, type RegisterLine } from '../publication/figures/register.js';
import { differences, type StatisticLine } from '../publication/figures/statistics.js';
import { fetched } from './public-download.js';
import { REGISTER_PAGE as PAGE, type Then, type Wanted } from './public-verify.js';

interface RegisterPage {
  asOf: number;
  /** the number after which it was asked */
  after: number | null;
  items: RegisterLine[];
  nextAfter: number | null;
}
/** What an office publishes beside its log. Each answer says of which event it is; the log may grow between two. */
export interface Published {
  asOf: number;
  lines: StatisticLine[];
  pages: RegisterPage[];
}
export interface Compared {
  /** the first event that the log would need and does not have */
  behind: number | null;
  differ: ReturnType<typeof differences>;
  register: RegisterDifference[];
}

export async function published(office: string): Promise<Published> {
  const answer = async <T>(path: string): Promise<T> => (await (await fetched(new URL(path, office).href)).json()) as T;
  const { asOf, lines } = await answer<{ asOf: { seq: number }; lines: StatisticLine[] }>('/api/statistics');
  const pages: RegisterPage[] = [];
  for (let after: number | null = null; ;) {
    const page: Omit<RegisterPage, 'after'> = await answer(`/api/register?limit=${PAGE}${after === null ? '' : `&after=${after}`}`);
    if (!Number.isSafeInteger(page.asOf)) throw new Error(`${office} does not say of which event its register is`);
    pages.push({ ...page, after });
    if (page.nextAfter === null) return { asOf: asOf.seq, lines, pages };
    // a register that is true has no more acts than its log has events
    if (!(page.nextAfter < (after ?? Infinity)) || pages.length * PAGE > page.asOf + PAGE)
      throw new Error(`The register of ${office} has no end`);
    after = page.nextAfter;
  }
}

/** The events as of which something was published, each with the pages of the register. */
export function eventsOf({ asOf, pages }: Published): Wanted {
  const wanted = new Map<number, Set<number | null>>([[asOf, new Set()]]);
  for (const page of pages) wanted.set(page.asOf, (wanted.get(page.asOf) ?? new Set()).add(page.after));
  return wanted;
}

/** Holds what was published against what the log makes of itself, figure by figure and page by page. */
export function compare({ asOf, lines, pages }: Published, then: ReadonlyMap<number, Then>): Compared {
  const behind = [...eventsOf({ asOf, lines, pages }).keys()].filter((seq) => !then.has(seq)).sort((a, b) => a - b)[0] ?? null;
  if (behind !== null) return { behind, differ: [], register: [] };
  const register = pages.flatMap((page) => pageDifferences(then.get(page.asOf)!.register.get(page.after)!, page.items));
  return { behind, differ: differences(then.get(asOf)!.statistics, lines), register };
}
