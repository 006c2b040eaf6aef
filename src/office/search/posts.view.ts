import { notBarredFromPost } from '../../cases/index.js';
import { holdsWords } from '../../core/database/words.js';
import { firstLine } from '../../core/database/cut-at-word.js';
import { ofItem } from '../../classify/index.js';
import { anywhere, beginning } from './asked.js';
import type { Place } from './place.js';
import { asTypedThenLoosely } from './words.view.js';

/** so many hits of a common phrase are put in order, newest first; the rest would only cost time */
const SORTED = 500;
const POST = `SELECT 'post' AS kind, p.id, ${firstLine('t.text', 200)} AS title, t.id AS "itemId"`;
const HANDLE = `lower(left(ltrim(c.handle, '@'), 100))`;
const AUTHOR = `to_tsvector('simple', crawl.unmarked(left(c.author, 200)))`;
const of = (matches: string, exact: string) =>
  `(SELECT c.post_id, c.author, c.handle, c.ordered_at, ${exact} AS exact FROM crawl.captures c WHERE ${matches} LIMIT ${SORTED})`;

export const postsByLink: Place = {
  rights: ['triage.read', 'report.read'],
  look: ({ url }, { staffId }) =>
    url === null
      ? null
      : {
          sql: `${POST}, a.url AS detail FROM intake.addresses a JOIN intake.posts p ON p.id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = a.post_id)
            LEFT JOIN classify.triage_items t ON t.post_id = p.id WHERE a.kind = 'url' AND a.value = $1 AND ${notBarredFromPost('$2', 'p.id')}`,
          values: [url, staffId],
        },
};
/** By the handle or the name of who wrote them; both by index, so that neither waits for the other. */
export const postsByAuthor: Place = {
  rights: ['triage.read'],
  look: ({ handle, author }, { staffId }) =>
    !handle && !author
      ? null
      : {
          sql: `SELECT 'post' AS kind, x.id, ${firstLine('t.text', 200)} AS title, t.id AS "itemId", concat_ws(' · ', x.author, x.handle) AS detail
            FROM (SELECT DISTINCT ON (coalesce(o.merged_into, o.id)) coalesce(o.merged_into, o.id) AS id, f.* FROM (
                ${of(`c.handle IS NOT NULL AND ${HANDLE} = lower($2)`, 'true')} UNION ALL
                ${of(`c.handle IS NOT NULL AND ${HANDLE} LIKE lower($1)`, 'false')} UNION ALL
                ${of(`c.author IS NOT NULL AND ${AUTHOR} @@ to_tsquery('simple', replace(crawl.unmarked($3), ' ', ' & ') || ':*')`, 'false')}) f
              JOIN intake.posts o ON o.id = f.post_id ORDER BY 1, f.exact DESC, f.ordered_at DESC) x
            JOIN classify.triage_items t ON t.post_id = x.id WHERE ${notBarredFromPost('$4', 'x.id')} ORDER BY x.exact DESC, x.ordered_at DESC`,
          values: [handle && beginning(handle), handle, author, staffId],
        },
};
/** By the index of words, so a phrase is found from the beginning of a word on; the text itself holds it. `found`: SQL of what holds it, $1 the phrase and $2 who asks. */
const byPhrase = (text: string, found: (holds: string) => string): Place => ({
  rights: ['triage.read'],
  look: (asked, { staffId }) => {
    const { phrase } = asked;
    if (phrase === null) return null;
    return asTypedThenLoosely(({ indexed, said, words }) => {
      const values: unknown[] = [anywhere(phrase), staffId];
      const vector = `to_tsvector('simple', ${indexed(`left(${text}, 20000)`)})`;
      const holds = holdsWords(vector, words(asked), (value) => indexed(`$${values.push(value)}`)) ?? 'true';
      return { sql: found(`${holds} AND ${said('text')} ILIKE ${said('$1')}`), values };
    });
  },
});
export const postsByPhrase = byPhrase(
  `coalesce(text, '')`,
  (
    holds,
  ) => `${POST}, t.platform AS detail FROM (SELECT * FROM classify.triage_items WHERE ${holds} AND state <> 'merged' LIMIT ${SORTED}) t
        JOIN intake.posts p ON p.id = t.post_id WHERE ${notBarredFromPost('$2', 'p.id')} ORDER BY t.received_at DESC`,
);
/** By what a machine read in the pictures and films that the queue shows of them. */
export const postsByReadWords = byPhrase(
  'text',
  (
    holds,
  ) => `SELECT 'post' AS kind, x.id, x.title, x."itemId", x.detail, x."readIn" FROM (SELECT DISTINCT ON (t.id) t.post_id AS id, coalesce(nullif(${firstLine('t.text', 200)}, ''), ${firstLine('r.text', 200)}) AS title, t.id AS "itemId", t.platform AS detail, r.kind AS "readIn", t.received_at
          FROM (SELECT * FROM classify.readings WHERE outcome = 'read' AND ${holds} LIMIT ${SORTED}) r
          JOIN intake.posts o ON o.id = r.post_id JOIN classify.triage_items t ON t.post_id = coalesce(o.merged_into, o.id) AND t.state <> 'merged' AND ${ofItem('t')}
          WHERE ${notBarredFromPost('$2', 't.post_id')} AND NOT EXISTS (SELECT 1 FROM classify.readings n WHERE n.of_sha256 = r.of_sha256 AND n.outcome = 'read' AND n.read_at > r.read_at AND ${ofItem('t', 'n')})
          ORDER BY t.id, r.kind) x ORDER BY x.received_at DESC`,
);
/** What was sent as a text or a picture is evidence itself. */
export const postsByHash: Place = {
  rights: ['triage.read'],
  look: ({ hash }, { staffId }) =>
    hash === null
      ? null
      : {
          sql: `${POST}, e.sha256 AS detail FROM core.evidence_items e JOIN intake.addresses a ON a.evidence_id = e.id
            JOIN intake.posts p ON p.id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = a.post_id) LEFT JOIN classify.triage_items t ON t.post_id = p.id
            WHERE e.sha256 >= $1 AND e.sha256 < $1 || 'g' AND ${notBarredFromPost('$2', 'p.id')} ORDER BY e.sealed_at DESC`,
          values: [hash, staffId],
        },
};
