import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { readingTable } from '../../core/pictures/words/reading-table.js';
import { OF_A_POST } from '../sources/of-a-post.view.js';

export interface ToRead {
  evidenceId: string;
  parts: { part: string; sha256: string; kind: 'picture' | 'subtitles' }[];
}

/** What captures and submissions hold that may bear words, read from the rooms on the left. */
@Injectable()
export class ToReadView {
  constructor(private readonly db: Db) {}

  /** The pictures of the post, what is said in its films, and stills of these. */
  async ofCapture(captureId: string): Promise<ToRead | null> {
    const [row] = await this.db.once<ToRead[]>(
      `SELECT c.evidence_id AS "evidenceId", coalesce((SELECT json_agg(json_build_object('part', p.name, 'sha256', p.sha256, 'kind', CASE WHEN p.name LIKE 'subtitles-%' THEN 'subtitles' ELSE 'picture' END)) FROM (
         SELECT p.name, p.sha256 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND (p.media_type LIKE 'image/%' AND p.name ~ '^(picture|frame)-[0-9]+$' OR p.name ~ '^subtitles-[0-9]+-text$')
         ORDER BY p.name LIKE 'frame-%', length(p.name), p.name LIMIT ${readingTable.parts}) p), '[]') AS parts
       FROM crawl.captures c WHERE c.id = $1 AND c.state = 'sealed' AND c.evidence_id IS NOT NULL AND ${OF_A_POST}`,
      [captureId],
    );
    return row ?? null;
  }
  async ofAddress(addressId: string): Promise<ToRead | null> {
    const [row] = await this.db.once<ToRead[]>(
      `SELECT e.id AS "evidenceId", json_build_array(json_build_object('part', 'picture', 'sha256', e.sha256, 'kind', 'picture')) AS parts
       FROM intake.addresses a JOIN core.evidence_items e ON e.id = a.evidence_id WHERE a.id = $1 AND e.media_type LIKE 'image/%'`,
      [addressId],
    );
    return row ?? null;
  }
}
