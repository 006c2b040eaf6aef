import { shapeOf, type Shapes } from './link-pattern.js';

/** One way in which a platform writes the addresses of one kind of thing. */
export interface LinkForm {
  kind: string;
  /** `/{owner}/posts/{post}`; with a `?` the query is part of the pattern */
  path: string[];
  /** query parameters that must be there, and what they name */
  query?: Record<string, string>;
  /** what must stand behind the `#` */
  fragment?: string;
  /** only on these hosts; else on every host of the platform */
  on?: string[];
  /** so plain that it counts on hosts that nobody listed */
  anywhere?: boolean;
  /** where the thing is opened */
  canonical?: string;
  /** the one name of the thing under which its forms meet; else where it is opened */
  same?: string;
  /** where it leads is known only by going there */
  short?: boolean;
  /** addresses that this form must know */
  examples: string[];
}
/** The part of `config/platforms/*.yaml` that says how links are written. */
export interface PlatformLinks {
  key: string;
  hosts: string[];
  /** kinds of host of the same pages: `m.` is the telephone's */
  host_prefixes?: string[];
  /** sections of the same site have hosts of their own below it */
  sections?: boolean;
  /** how names look: regular expressions; else anything up to the next slash */
  shapes?: Record<string, string>;
  /** names that do not tell large letters from small */
  caseless?: string[];
  /** a query parameter that leads from a thing to a part of it */
  parts?: { kind: string; query: Record<string, string> };
  links?: LinkForm[];
}

/** What the address itself tells of what it leads to. */
export interface ReadForm {
  platform: string;
  kind: string;
  url: string;
  same: string;
  ids: Record<string, string>;
  short: boolean;
}
interface Known {
  form: LinkForm;
  paths: { pattern: RegExp; whole: boolean }[];
  fragment: RegExp | null;
}

/** A platform's forms, ready to read with. */
export class LinkForms {
  private readonly known: Known[];
  private readonly shapes: Shapes;

  constructor(readonly platform: PlatformLinks) {
    this.shapes = platform.shapes ?? {};
    this.known = (platform.links ?? []).map((form) => ({
      form,
      paths: form.path.map((path) => ({ pattern: shapeOf(path, this.shapes, true), whole: path.includes('?') })),
      fragment: form.fragment === undefined ? null : shapeOf(form.fragment, this.shapes),
    }));
  }

  /** The host without the prefix that only says which view it is. */
  private siteOf(host: string): string {
    if (!this.lists(host)) return host;
    const bare = (this.platform.host_prefixes ?? []).find((prefix) => host.startsWith(prefix));
    return bare ? host.slice(bare.length) : host;
  }

  lists(host: string): boolean {
    return this.platform.hosts.some((h) => host === h || host.endsWith(`.${h}`));
  }

  read(url: URL, fragment: string): ReadForm | null {
    const site = this.siteOf(url.hostname);
    for (const known of this.known) {
      const ids = this.idsOf(known, url, fragment, site);
      const part = ids && (known.form.short ? {} : this.partOf(url));
      if (ids) return part && this.told(known.form, url, site, ids, part);
    }
    return null;
  }

  private idsOf({ form, paths, fragment }: Known, url: URL, hash: string, site: string): Record<string, string> | null {
    if (!this.countsOn(form, url.hostname, site)) return null;
    const path = url.pathname.replace(/\/{2,}/g, '/');
    const found = paths.map(({ pattern, whole }) => pattern.exec(whole ? path + url.search : path)).find(Boolean);
    const behind = fragment ? fragment.exec(hash) : undefined;
    if (!found || behind === null) return null;
    const ids: Record<string, string> = { ...defined(found.groups), ...defined(behind?.groups) };
    for (const [name, as] of Object.entries(form.query ?? {})) {
      const value = url.searchParams.get(name);
      if (value === null || !shapeOf(`{${as}}`, this.shapes).test(value)) return null;
      ids[as] = value;
    }
    for (const name of this.platform.caseless ?? []) if (ids[name]) ids[name] = ids[name].toLowerCase();
    return ids;
  }

  /** Hosts below a network's own are other programs; those below a newspaper's are its sections. */
  private countsOn(form: LinkForm, host: string, site: string): boolean {
    const { hosts, sections } = this.platform;
    if (form.on) return form.on.includes(host);
    return form.anywhere === true || hosts.some((h) => site === h || (sections === true && site.endsWith(`.${h}`)));
  }

  private told(form: LinkForm, url: URL, site: string, ids: Record<string, string>, part: Record<string, string>): ReadForm {
    const names = { ...ids, site, host: url.hostname, origin: `${this.lists(url.hostname) ? 'https:' : url.protocol}//${site}` };
    const opened = form.canonical === undefined ? url.href : filled(form.canonical, names);
    const same = form.same === undefined ? opened : filled(form.same, names);
    const told = { platform: this.platform.key, kind: form.kind, url: opened, same, ids, short: form.short ?? false };
    if (Object.keys(part).length === 0) return told;
    const named = Object.fromEntries(Object.entries(part).map(([query, value]) => [this.platform.parts!.query[query], value]));
    return {
      ...told,
      kind: this.platform.parts!.kind,
      ids: { ...ids, ...named },
      url: withQuery(opened, part),
      same: withQuery(same, part),
    };
  }

  /** Null: it names a part in a way that cannot be read, and is not the whole. */
  private partOf(url: URL): Record<string, string> | null {
    const named = Object.entries(this.platform.parts?.query ?? {}).flatMap(([query, name]) => {
      const value = url.searchParams.get(query);
      return value ? [{ query, value, reads: shapeOf(`{${name}}`, this.shapes).test(value) }] : [];
    });
    return named.every((n) => n.reads) ? Object.fromEntries(named.map(({ query, value }) => [query, value])) : null;
  }
}

const defined = (groups: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(groups ?? {}).filter(([, value]) => value !== undefined));
export const filled = (template: string, names: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');

function withQuery(href: string, more: Record<string, string>): string {
  const url = new URL(href);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
}
