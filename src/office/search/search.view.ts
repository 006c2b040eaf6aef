import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../../core/address/address-table.js';
import { platformLinks } from '../../core/address/platform-links.js';
import { readLink } from '../../core/address/read-link.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { officeTable } from '../office-table.js';
import type { Reader } from '../section.js';
import { asked } from './asked.js';
import { casesByLink, casesByNumber, casesByTitle } from './cases.view.js';
import { penaltiesByNumber, takedownsByLink, takedownsByReference, violationsByReference } from './enforcement.view.js';
import { capturesByHash, exhibitsByHash } from './evidence.view.js';
import { fairly } from './fairly.js';
import { entriesBySeq } from './log-entries.view.js';
import type { Hit, Look, Place } from './place.js';
import { postsByAuthor, postsByHash, postsByLink, postsByPhrase, postsByReadWords } from './posts.view.js';
import { claimsByPhrase, correctionsByPhrase } from './registry.view.js';
import { reportsByReceipt } from './reports.view.js';

/** `partial`: a place would have taken too long. */
export interface Found {
  items: Hit[];
  partial: boolean;
}
/** Every kind of record and way to know it, what names one record first. */
const PLACES: Place[] = [
  reportsByReceipt,
  capturesByHash,
  exhibitsByHash,
  postsByHash,
  postsByLink,
  casesByLink,
  takedownsByLink,
  casesByNumber,
  takedownsByReference,
  violationsByReference,
  penaltiesByNumber,
  entriesBySeq,
  postsByAuthor,
  casesByTitle,
  claimsByPhrase,
  correctionsByPhrase,
  postsByPhrase,
  postsByReadWords,
];

/** One box for everything that this person may see. */
@Injectable()
export class SearchView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(reader: Reader, typed: string): Promise<Found> {
    const words = asked(typed);
    const link = words.link === null ? null : readLink(words.link, addressRules, platformLinks, this.config.captureAllow);
    const url = link?.ok ? link.same : null;
    const known = new Set<string>();
    const lists: Hit[][] = [];
    let partial = false;
    for (const place of PLACES.filter((p) => p.rights.some((right) => reader.rights.has(right)))) {
      const list: Hit[] = [];
      for (const look of [place.look({ ...words, url }, reader) ?? []].flat()) {
        if (list.length >= officeTable.search_lines) break;
        const found = await this.look(look);
        partial ||= found === null;
        const fresh = (found ?? []).filter((hit) => !known.has(`${hit.kind} ${hit.id}`));
        for (const hit of fresh) known.add(`${hit.kind} ${hit.id}`);
        list.push(...fresh);
      }
      lists.push(list);
    }
    return { items: fairly(lists, officeTable.search_lines), partial };
  }

  private look({ sql, values }: Look): Promise<Hit[] | null> {
    return this.db.readWithin(officeTable.search_seconds * 1_000, (tx) =>
      tx.query<Hit[]>(`SELECT * FROM (${sql}) hits LIMIT ${officeTable.search_lines}`, values),
    );
  }
}
