import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { Bars } from '../../core/identity/bars.js';
import { PictureDecoder } from '../../core/pictures/decoder.js';
import { Problem } from '../../core/problem/problem.js';
import { crawlTable } from '../crawl-table.js';
import '../events.js';
import '../problems.js';
import type { KeptPost } from '../replay/kept-package.js';
import { KeptPackages } from '../replay/kept-packages.adapter.js';
import { ComparedView, PICTURES, type ComparedLook } from './compared.view.js';
import type { ComparedPicture, ComparedSide, Comparison } from './comparison.js';
import { countsChanged, whatChanged } from './what-changed.js';
import { wordsChanged } from './words-changed.js';

interface Pair {
  earlier: ComparedLook;
  later: ComparedLook;
}

/** Holds two sealed looks at one post against each other. Both are looked at, so both looks stand on the log before anything is read. */
@Injectable()
export class CompareCaptures {
  constructor(
    private readonly db: Db,
    private readonly view: ComparedView,
    private readonly bars: Bars,
    private readonly sealed: SealedBytes,
    private readonly packages: KeptPackages,
    private readonly decoder: PictureDecoder,
    private readonly log: Log,
  ) {}

  /** `other`: the look before, when left out. */
  async run(by: { staffId: string }, id: string, other?: string): Promise<Comparison> {
    const { earlier, later } = await this.db.tx((tx) => this.pair(tx, by, id, other));
    const [before, after] = [await this.told(by, earlier), await this.told(by, later)];
    const picture = await this.picture(by, { earlier, later }, PICTURES.own);
    const both = PICTURES.looks.find((name) => has(earlier, name) && has(later, name));
    const look = both === undefined ? null : await this.picture(by, { earlier, later }, both);
    const known = [
      { ...earlier, counts: before.counts },
      { ...later, counts: after.counts },
    ] as const;
    const seen = { picture: (picture?.share ?? 0) >= crawlTable.compared.another_picture, look: (look?.share ?? 0) > 0 };
    return {
      postId: later.root,
      earlier: side(earlier, before),
      later: side(later, after),
      changed: whatChanged(...known, seen),
      text: wordsChanged(earlier.text ?? '', later.text ?? ''),
      counts: countsChanged(...known),
      pictures: [look, picture].filter((p) => p !== null),
    };
  }

  private async pair(tx: Tx, by: { staffId: string }, id: string, other?: string): Promise<Pair> {
    const one = await this.view.get(tx, id);
    if (!one) throw new Problem('missing');
    await this.bars.refuse(tx, by, one.postId);
    const two = other === undefined ? await this.view.before(tx, one) : await this.view.get(tx, other);
    if (two) await this.bars.refuse(tx, by, two.postId);
    if (!two && other !== undefined) throw new Problem('missing');
    if (!two || two.id === one.id || two.root !== one.root) throw new Problem('nothing-to-compare');
    for (const { id: captureId, postId } of [one, two])
      await this.log.append(tx, {
        type: 'evidence.read',
        v: 1,
        public: {},
        office: { captureId, part: 'comparison' },
        actor: by.staffId,
        subject: postId,
      });
    const inOrder = one.orderedAt.getTime() - two.orderedAt.getTime() || (one.id > two.id ? 1 : -1);
    return inOrder > 0 ? { earlier: two, later: one } : { earlier: one, later: two };
  }

  /** What only the package tells: nothing, where it is no package that can be opened. */
  private async told(by: { staffId: string }, look: ComparedLook): Promise<KeptPost> {
    if (!has(look, 'package')) return { counts: [], edited: null };
    const sha256 = hashOf(look, 'package');
    try {
      return (await this.packages.get(sha256, () => this.open(by, look, 'package'))).post;
    } catch (error) {
      if (error instanceof Problem && error.code === 'missing') return { counts: [], edited: null };
      throw error;
    }
  }

  private async picture(by: { staffId: string }, { earlier, later }: Pair, name: string): Promise<ComparedPicture | null> {
    if (!has(earlier, name) || !has(later, name)) return null;
    const looks = hashOf(earlier, name) === hashOf(later, name) ? [earlier] : [earlier, later];
    const read = () => Promise.all(looks.map(async (look) => buffer(await this.open(by, look, name))));
    const found = await this.decoder.differences(read, crawlTable.compared);
    return found && { part: name, ...found };
  }

  private open(by: { staffId: string }, look: ComparedLook, part: string) {
    return this.sealed.open(hashOf(look, part), { of: look.id, part, subject: look.postId, actor: by.staffId });
  }
}

const has = ({ parts }: ComparedLook, name: string): boolean => parts.some((p) => p.name === name);
const hashOf = ({ parts }: ComparedLook, name: string): string => parts.find((p) => p.name === name)!.sha256;
const side = (
  { id, url, visitor, route, session, neverLaidOut, endedAt, outcome, observation, title, author, handle, postedAt }: ComparedLook,
  { edited }: KeptPost,
): ComparedSide => ({
  id,
  url,
  visitor,
  route,
  session,
  neverLaidOut,
  endedAt,
  outcome,
  observation,
  title,
  author,
  handle,
  postedAt,
  edited,
});
