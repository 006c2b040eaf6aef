/** An address that only leads to another one, which stands in it. */
export interface Wrapper {
  /** an expression for host and path; a group `host` (and `plain`, where the way is http) names the target in the path itself */
  from: string;
  /** the same, ready to ask */
  at: RegExp;
  /** or the query parameters that hold the target */
  query?: string[];
}

/** The address within, or null. */
export function unwrapped(href: string, wrappers: readonly Wrapper[]): string | null {
  const url = new URL(href);
  for (const { at, query } of wrappers) {
    const found = at.exec(url.host + url.pathname);
    if (!found) continue;
    if (!query) return `${found.groups?.secure ? 'https' : 'http'}://${found.groups?.target ?? ''}${url.search}`;
    for (const name of query) {
      const target = url.searchParams.get(name);
      if (target && /^(https?:\/\/|\/[^/])/i.test(target) && URL.canParse(target, url)) return new URL(target, url).href;
    }
  }
  return null;
}
