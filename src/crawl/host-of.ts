import { platformOf } from './platforms/platform-table.js';

/** Whom a capture asks, as far as it has to be spared: all names of a platform are one. Null: a target of the office's own. */
export function hostOf(url: string, own: readonly string[]): string | null {
  const { hostname, port, protocol } = new URL(url);
  if (own.includes(`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`)) return null;
  const { key, hosts } = platformOf(url);
  return hosts.length > 0 ? key : hostname.replace(/\.$/, '');
}
