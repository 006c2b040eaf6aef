import type { OpenZip } from '../engine/index.js';
import { keptIndex, type KeptAnswer } from './kept-index.js';
import type { LaidAnswer, LaidAnswers } from './laid-answers.adapter.js';

const ARCHIVE = 'archive/data.warc.gz';
const MOST_REDIRECTS = 10;

/** What a package tells of its post beside what the house keeps of it. */
export interface KeptPost {
  counts: { what: string; count: number }[];
  /** when it was changed, as the page says */
  edited: string | null;
}
/** A package laid open: its documents, and the answers that its archive holds. */
export class KeptPackage {
  private constructor(
    private readonly zip: OpenZip,
    private readonly laid: LaidAnswers,
    readonly index: ReadonlyMap<string, KeptAnswer>,
    private readonly answers: readonly KeptAnswer[],
    /** the address of the page */
    readonly address: string,
    /** those of the documents of its frames, by their numbers */
    readonly frames: ReadonlyMap<number, string>,
    readonly post: KeptPost,
  ) {}

  static async of(zip: OpenZip, laid: LaidAnswers): Promise<KeptPackage> {
    const index = keptIndex((await zip.read('indexes/index.cdxj')).toString());
    const told = JSON.parse((await zip.read('provenance.json')).toString()) as {
      address: { final: string };
      steps: { step: string; said?: { frames?: string[] } }[];
      post: Partial<KeptPost> | null;
    };
    const frames = told.steps.find((s) => s.step === 'dom')?.said?.frames ?? [];
    const answers = [...index.values()].sort((a, b) => a.number - b.number);
    const { counts = [], edited = null } = told.post ?? {};
    return new KeptPackage(zip, laid, index, answers, told.address.final, new Map(frames.map((address, i) => [i + 1, address])), {
      counts,
      edited,
    });
  }

  /** The page, or one of its frames, as the browser had it. */
  async document(frame: number): Promise<string | null> {
    const name = frame === 0 ? 'dom.html' : `dom-frame-${frame}.html`;
    return this.zip.names.includes(name) ? (await this.zip.read(name)).toString() : null;
  }

  /** What a server answered, led on where it led on. */
  async answer(number: number, left = MOST_REDIRECTS): Promise<(LaidAnswer & { url: string }) | null> {
    const kept = this.answers.at(number);
    if (!kept || number < 0) return null;
    const answer = await this.laid.get(number, () => this.zip.open(ARCHIVE, { start: kept.offset, end: kept.offset + kept.length }));
    const to = answer && answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : undefined;
    if (to === undefined) return answer && { ...answer, url: kept.url };
    const next = URL.canParse(to, kept.url) ? this.index.get(new URL(to, kept.url).href) : undefined;
    return next && left > 0 ? this.answer(next.number, left - 1) : null;
  }

  async close(): Promise<void> {
    this.zip.close();
    await this.laid.close();
  }
}
