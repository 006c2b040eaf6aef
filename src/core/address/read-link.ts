import type { LinkForms, ReadForm } from './link-form.js';
import { normaliseUrl, type AddressRefusal, type AddressRules } from './normalise-url.js';
import { unwrapped } from './wrapped-link.js';

/** A link, where it is opened, and the one name under which all its forms meet. */
export type Link = { ok: true; url: string; same: string; form: ReadForm | null } | { ok: false; reason: AddressRefusal };

/** Reads a link as far as the address itself tells, without a network. */
export function readLink(text: string, rules: AddressRules, platforms: readonly LinkForms[], allow: readonly string[] = []): Link {
  let given = text.trim();
  for (let turn = 0; ; turn++) {
    const normal = normaliseUrl(given, rules, allow);
    if (!normal.ok) return normal;
    const within = turn < rules.wrapped_times ? unwrapped(normal.url, rules.wrappers) : null;
    if (within === null) return formOf(normal.url, given.includes('#') ? given.slice(given.indexOf('#') + 1) : '', rules, platforms);
    given = within;
  }
}

function formOf(href: string, fragment: string, rules: AddressRules, platforms: readonly LinkForms[]): Link {
  const url = plainLetters(new URL(href));
  const standard = url.port === '';
  const own = platforms.filter((p) => p.lists(url.hostname));
  for (const forms of standard ? (own.length > 0 ? own : platforms) : []) {
    const form = forms.read(url, fragment);
    if (form) return { ok: true, url: form.url, same: form.same, form };
  }
  return { ok: true, url: href, same: plainName(url, rules), form: null };
}

/** The order of a query does not tell pages apart. */
function plainName(url: URL, rules: AddressRules): string {
  const name = new URL(url);
  for (const view of rules.views) name.searchParams.delete(view);
  name.searchParams.sort();
  return name.href;
}

/** Nor does the way in which a letter is written. */
function plainLetters(url: URL): URL {
  url.pathname = url.pathname.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~@-]/.test(letter) ? letter : code.toUpperCase();
  });
  return url;
}
