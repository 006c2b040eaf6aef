/** SQL: whether the capture holds a film, sound, or what was said in one. */
export const filmedIn = (captureId: string): string =>
  `EXISTS (SELECT 1 FROM crawl.capture_parts p WHERE p.capture_id = ${captureId} AND (p.media_type ~ '^(video|audio)/' OR p.name LIKE 'subtitles-%'))`;
/** SQL: the name of the part of a capture that is a still of the post, or null; `wanted` may name another picture of it. */
export const stillOf = (captureId: string, wanted = 'NULL::text'): string =>
  `(SELECT p.name FROM crawl.capture_parts p WHERE p.capture_id = ${captureId} AND p.media_type IN ('image/png', 'image/jpeg') AND (p.name IN ('view', 'picture') OR p.name = ${wanted})
    ORDER BY p.name IS NOT DISTINCT FROM ${wanted} DESC, p.name = 'picture' DESC LIMIT 1)`;
