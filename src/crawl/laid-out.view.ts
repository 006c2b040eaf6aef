/** SQL: the words of a capture are those of the page's source, read before it was laid out: nobody can say that they were shown. */
export const neverLaidOut = (capture: string): string => `coalesce(${capture}.ground ->> 'laidOut' = 'false', false)`;

/** SQL: so are the words of the post that the capture stands for; no capture of a page that was laid out has the same. */
export const neverSeenLaidOut = (capture: string): string =>
  `(${neverLaidOut(capture)} AND NOT EXISTS (SELECT 1 FROM crawl.captures seen WHERE seen.post_id = ${capture}.post_id AND seen.text_sha256 = ${capture}.text_sha256 AND NOT ${neverLaidOut('seen')}))`;
