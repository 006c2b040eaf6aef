import { notBarred } from '../../cases/index.js';
import { holdsWords } from '../../core/database/words.js';
import { anywhere, beginning } from './asked.js';
import type { Place } from './place.js';
import { asTypedThenLoosely } from './words.view.js';

const MINE = notBarred('$2');
const CASE = `SELECT 'case' AS kind, c.id, c.number AS title, c.state AS detail`;
const rights = ['case.read'];

export const casesByNumber: Place = {
  rights,
  look: ({ number }, { staffId }) =>
    number === null
      ? null
      : {
          sql: `${CASE} FROM cases.cases c WHERE (c.number LIKE $1 OR reverse(c.number) LIKE $3) AND ${MINE} ORDER BY c.number DESC`,
          values: [beginning(number), staffId, beginning([...number].reverse().join(''))],
        },
};
export const casesByLink: Place = {
  rights,
  look: ({ url }, { staffId }) =>
    url === null
      ? null
      : {
          sql: `SELECT DISTINCT 'case' AS kind, c.id, c.number AS title, c.state AS detail FROM intake.addresses a
            JOIN intake.posts p ON p.id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = a.post_id)
            JOIN cases.case_posts l ON l.post_id IN (p.id, a.post_id) JOIN cases.cases c ON c.id = l.case_id WHERE a.kind = 'url' AND a.value = $1 AND ${MINE}`,
          values: [url, staffId],
        },
};
export const casesByTitle: Place = {
  rights,
  look: (asked, { staffId }) => {
    const { phrase } = asked;
    if (phrase === null) return null;
    return asTypedThenLoosely(({ indexed, said, words }) => {
      const values: unknown[] = [anywhere(phrase), staffId];
      const holds =
        holdsWords(`to_tsvector('simple', ${indexed(`coalesce(c.title, '')`)})`, words(asked), (value) =>
          indexed(`$${values.push(value)}`),
        ) ?? 'true';
      return {
        sql: `SELECT 'case' AS kind, c.id, c.number AS title, c.title AS detail FROM cases.cases c WHERE ${holds} AND ${said('c.title')} ILIKE ${said('$1')} AND ${MINE} ORDER BY c.number DESC`,
        values,
      };
    });
  },
};
