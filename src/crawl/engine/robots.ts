/** What a file robots.txt says of one address (RFC 9309). */
export interface RobotsVerdict {
  verdict: 'allowed' | 'disallowed';
  /** the line that decided; null: none speaks of it */
  rule: string | null;
}
interface Rule {
  allow: boolean;
  path: string;
  line: string;
}
/** more of a file is not read, as the standard allows */
export const LONGEST_ROBOTS = 512_000;

/** The longest rule that fits counts, of two as long the one that allows; the groups that name this agent, else those for everybody. */
export function robotsVerdict(file: string, agent: string, url: string): RobotsVerdict {
  const { pathname, search } = new URL(url);
  const path = plain(pathname + search);
  const groups = groupsOf(file);
  const rules = groups.get(agent.toLowerCase()) ?? groups.get('*') ?? [];
  const [best] = rules
    .filter((r) => fits(plain(r.path), path))
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return { verdict: best && !best.allow ? 'disallowed' : 'allowed', rule: best?.line ?? null };
}

/** By agent, in lower case; groups of one agent are one. */
function groupsOf(file: string): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  let [agents, ruled]: [string[], boolean] = [[], false];
  for (const line of file.slice(0, LONGEST_ROBOTS).split(/\r\n?|\n/)) {
    const [, key, value] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const [name, said] = [key?.toLowerCase(), value?.trim()];
    if (name === 'user-agent') {
      if (ruled) [agents, ruled] = [[], false];
      agents.push(said.toLowerCase());
      if (!groups.has(agents.at(-1)!)) groups.set(agents.at(-1)!, []);
    }
    if (name !== 'allow' && name !== 'disallow') continue;
    ruled = true;
    if (said !== '')
      for (const agent of agents) groups.get(agent)!.push({ allow: name === 'allow', path: said, line: line.trim().slice(0, 200) });
  }
  return groups;
}

/** Each octet written one way: what need not be written as %XX is not. */
function plain(path: string): string {
  const unescaped = path.replace(/%([\da-f]{2})/gi, (whole, hex: string) => {
    const char = String.fromCharCode(parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : whole.toUpperCase();
  });
  return unescaped.replace(/[^\x21-\x7e]/gu, (c) => (c.isWellFormed() ? encodeURIComponent(c) : ''));
}

/** `*` stands for anything, `$` at the end for the end; compared piece by piece, since an expression of stars could run for ever. */
function fits(rule: string, path: string): boolean {
  const whole = rule.endsWith('$');
  const pieces = (whole ? rule.slice(0, -1) : rule).split('*');
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const last = whole && i === pieces.length - 1;
    const found = i === 0 ? (path.startsWith(piece) ? 0 : -1) : last ? path.lastIndexOf(piece) : path.indexOf(piece, at);
    if (found < at && !(i === 0 && found === 0)) return false;
    at = found + piece.length;
    if (last && at !== path.length) return false;
  }
  return true;
}
