import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { OF_A_POST } from '../sources/of-a-post.view.js';
import { likenessTable } from './likeness-table.js';

/** What there is to make fingerprints of. */
export interface ShownOf {
  text: string | null;
  pictures: { part: string; sha256: string }[];
}

/** What captures and submissions show, read from the rooms on the left. */
@Injectable()
export class ShownView {
  constructor(private readonly db: Db) {}

  /** The text, the pictures of the post, and stills of its films. */
  async ofCapture(captureId: string): Promise<ShownOf> {
    const [row] = await this.db.once<ShownOf[]>(
      `SELECT c.text, coalesce((SELECT json_agg(json_build_object('part', p.name, 'sha256', p.sha256)) FROM (
         SELECT p.name, p.sha256 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND p.media_type LIKE 'image/%' AND p.name ~ '^(picture|frame)-[0-9]+$'
         ORDER BY p.name LIKE 'frame-%', length(p.name), p.name LIMIT ${likenessTable.parts}) p), '[]') AS pictures
       FROM crawl.captures c WHERE c.id = $1 AND ${OF_A_POST}`,
      [captureId],
    );
    return row ?? { text: null, pictures: [] };
  }
  async ofAddress(addressId: string): Promise<ShownOf> {
    const [row] = await this.db.once<ShownOf[]>(
      `SELECT a.text, CASE WHEN e.media_type LIKE 'image/%' THEN json_build_array(json_build_object('part', 'picture', 'sha256', e.sha256)) ELSE '[]' END AS pictures
       FROM intake.addresses a JOIN core.evidence_items e ON e.id = a.evidence_id WHERE a.id = $1`,
      [addressId],
    );
    return row ?? { text: null, pictures: [] };
  }
}
