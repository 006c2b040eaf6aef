/** What was reported, so far that its reporter knows it again and whoever else has the code learns nothing: words and addresses of posts name people. */
export interface Reported {
  kind: 'link' | 'text' | 'picture';
  url: string | null;
  words: number | null;
}
/** Where the post stands, without the path and the name before the site's own, either of which may name somebody: `ten.blog.example` is `blog.example`. */
export function siteOf(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const labels = hostname.split('.');
  if (labels.length < 3 || /^[\d.]+$/.test(hostname)) return hostname;
  const [second, last] = labels.slice(-2);
  return labels.slice(last.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}

/** What the office knows about a reported post, as far as its reporter may. */
export interface ReceiptFacts {
  receivedAt: Date;
  keptAt: Date | null;
  notReachedAt: Date | null;
  judgedAt: Date | null;
  /** when it has stood long enough that no false statement was found */
  clearedAt: Date | null;
  inCaseAt: Date | null;
  askedAt: Date | null;
  removedAt: Date | null;
  backAt: Date | null;
  /** what the office published against the claim by which the post was judged false */
  correctionId: string | null;
  correctedAt: Date | null;
}
export type ReceiptState = 'received' | 'looked-at' | 'no-false-statement' | 'in-case' | 'asked' | 'removed';
export interface ReceiptLine {
  at: Date;
  line: string;
  /** where the reporter can read on */
  path?: string;
}

/**
 * The story in plain words, oldest first, and where it stands. That a post is held to be false is not said before a case acts on it,
 * nor can it be told from what is left unsaid: until then one person has judged, and nobody has answered. What happened before the report
 * has the report's own time, so that whoever reports a post learns nothing of when others did.
 */
export function receiptOf(f: ReceiptFacts): { state: ReceiptState; lines: ReceiptLine[] } {
  const lines: ReceiptLine[] = [];
  const tell = (line: string, at: Date | null, path?: string): boolean => {
    if (at) lines.push({ at: at < f.receivedAt ? f.receivedAt : at, line, ...(path ? { path } : {}) });
    return at !== null;
  };
  let state: ReceiptState = 'received';
  tell('received', f.receivedAt);
  if (!tell('kept', f.keptAt)) tell('not-reached', f.notReachedAt);
  if (tell('looked-at', f.judgedAt)) state = 'looked-at';
  if (tell('no-false-statement', f.clearedAt)) state = 'no-false-statement';
  if (tell('in-case', f.inCaseAt)) state = 'in-case';
  if (tell('asked', f.askedAt)) state = 'asked';
  if (tell('removed', f.removedAt)) state = 'removed';
  const acted = f.inCaseAt ?? f.askedAt;
  if (acted && f.correctedAt) tell('corrected', f.correctedAt > acted ? f.correctedAt : acted, `/dinh-chinh/${f.correctionId}`);
  if (f.backAt && (!f.removedAt || f.backAt > f.removedAt) && tell('back', f.backAt)) state = 'asked';
  return { state, lines: lines.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}
