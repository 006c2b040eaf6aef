import { setTimeout as pause } from 'node:timers/promises';
import { platformOf, selectorsFor, type Platform, type Sought } from '../platforms/platform-table.js';
import { dismisserFor } from './consent.js';
import { dismissDialogs } from './dialogs.js';
import { expand } from './expand.js';
import type { Guard } from './guard.js';
import { Inquiry } from './inquiry.js';
import { keepMedia, type Medium } from './keep-media.js';
import type { Limits } from './limits.js';
import { FilmSteps } from './media/film-steps.js';
import { playersFor, type SeenPlayers } from './media/players.js';
import { layoutWidth, snapshotOf } from './layout.js';
import { ownSoFar, ownWordsOf, type OwnWords } from './own-words.js';
import { signsOf } from './signs.js';
import { pageTextOf, textOf } from './page-text.js';
import { readArticle } from './read-article.js';
import { PassingText } from './passing-text.js';
import { keepDom, keepMhtml, keepPdf, ofFrames } from './page-files.js';
import { Pictures } from './pictures.js';
import type { Picture } from './raw.js';
import { lookerFor, readerFor, type ReadPost } from './read-post.js';
import { Scroll } from './scroll.js';
import type { Session } from './session.js';
import { settled } from './settle.js';
import { shownOf, shownSoFar, type Shown } from './shown.js';
import type { Timeline } from './timeline.js';
import { NEVER_LAID_OUT, witnessFor } from './witness.js';

const CLOSE_MS = 300;
/** seconds for what comes after opening and scrolling */
const LEFT_AFTER = 15;

/** What is done with one page, step by step. */
export class Steps {
  readonly takes: string[] = [];
  /** what frames of others said */
  readonly frameTakes: string[] = [];
  post: ReadPost | null = null;
  /** of a page without a post's own element */
  article: string | null = null;
  /** as legible as it was at the last look, and as pictured, painted and hidden as it was at any */
  shown: Shown | null = null;
  own: OwnWords | null = null;
  media: Medium[] = [];
  readonly films: FilmSteps;
  private asked = '';
  /** the post went when we closed a box or opened something */
  lostByUs = false;
  private openedAway = false;
  readonly inquiry: Inquiry;
  private readonly shots: Pictures;
  private readonly passing: PassingText;

  constructor(
    readonly session: Session,
    readonly guard: Guard,
    readonly limits: Limits,
    private readonly rawDir: string,
    private readonly timeline: Timeline,
  ) {
    this.inquiry = new Inquiry(session, limits, timeline);
    this.shots = new Pictures(session.cdp, rawDir, session.visitor.viewport, () => layoutWidth(session.cdp));
    this.passing = new PassingText(session.cdp, this.takes, limits.text_characters);
    this.films = new FilmSteps(session, guard, limits, rawDir, timeline);
  }

  get pictures(): Picture[] {
    return this.shots.taken;
  }

  async all(url: string): Promise<void> {
    const { timeline, limits } = this;
    this.asked = url;
    if (!(await timeline.run('open', 20_000, () => this.open(url)))) return;
    await timeline.run('settle', (limits.settle_seconds + 2) * 1_000, () => this.settle());
    await timeline.run('read', 5_000, () => this.read());
    await timeline.run('view', 8_000, () => this.shots.view('view.png'));
    await timeline.run('dismiss', 4_000, () => this.dismiss());
    await timeline.run('expand', (limits.expand_seconds + 2) * 1_000, () => this.expand());
    await timeline.run('scroll', (limits.scroll_seconds + 2) * 1_000, () => this.scroll());
    await timeline.run('read-again', 5_000, () => this.read());
    this.recall();
    if (this.platform.articles && !this.post?.found)
      await timeline.run('article', 4_000, async () => (this.article = await readArticle(this.inquiry, this.platform, limits))?.length);
    await timeline.run('dom', 5_000, () => keepDom(this.session.page, this.session.cdp, this.rawDir));
    await timeline.run('pictures', 15_000, () => this.takePictures());
    if (this.guard.received < limits.mhtml_bytes) {
      await timeline.run('mhtml', 8_000, () => keepMhtml(this.session.cdp, this.rawDir));
      await timeline.run('pdf', 8_000, () => keepPdf(this.session.cdp, this.rawDir));
    }
    await timeline.run('media', limits.media_seconds * 1_000, () => this.keepMedia());
    if (!this.post?.found && !this.platform.articles) return;
    await timeline.run('films', (limits.film_seconds + 4) * 1_000, () => this.keepFilms());
    await timeline.run('frames', (limits.frames_seconds + 2) * 1_000, () => this.films.show(this.media));
  }

  /** Ends when the answer begins: some bodies never end. */
  private async open(url: string): Promise<void> {
    const { page, log } = this.session;
    dismissDialogs(page, log, () => void this.inquiry.stopScripts().catch(() => undefined));
    await this.inquiry.station(witnessFor(url, this.limits.text_characters));
    const { errorText } = await this.session.cdp.send('Page.navigate', { url });
    if (errorText) throw new Error(errorText);
  }

  private async settle(): Promise<unknown> {
    const { guard, limits, timeline } = this;
    const quiet = await settled(guard, limits, timeline.end(limits.settle_seconds), async () => {
      const now = await this.look();
      if (now.found && !this.post?.found) await this.read(); // some pages take their post away again
      return now;
    });
    return { quiet, stopped: this.inquiry.stopped };
  }

  /** A consent box before the post is closed, and the page pictured without it. */
  private async dismiss(): Promise<unknown> {
    const clicked = await this.inquiry.evaluate<string | null>(dismisserFor(this.limits.consent));
    if (!clicked) return undefined;
    this.session.log.did('clicked', clicked);
    await pause(CLOSE_MS);
    await this.shots.view('view-clear.png');
    this.lostByUs = this.post?.found === true && !(await this.look()).found;
    return { clicked, lost: this.lostByUs };
  }

  private async expand(): Promise<unknown> {
    const { platform, sought, post } = this;
    if (!post?.found && signsOf(this.takes.join('\n'), platform).length > 0) return undefined; // it says that it shows none
    const page = { platform, sought, post, look: () => this.look(), take: () => this.takePassing() };
    const opened = await expand(this, page, this.timeline.end(this.limits.expand_seconds, LEFT_AFTER));
    this.openedAway = opened?.lost === true;
    this.lostByUs ||= this.openedAway;
    return opened;
  }

  private async scroll(): Promise<unknown> {
    const scrolled = await new Scroll(this, this.timeline.end(this.limits.scroll_seconds, LEFT_AFTER), () => this.takePassing()).all();
    return scrolled && { ...scrolled, untaken: this.passing.untaken };
  }
  private async takePassing(): Promise<void> {
    await this.passing.take(this.post?.frames ?? []);
    if (!this.post?.found && (await this.look()).found) await this.read();
  }

  private async read(): Promise<unknown> {
    const found = await this.inquiry.evaluate<ReadPost>(readerFor(this.sought));
    const here = found.found && !this.openedAway; // another post is not the one that went
    if (here || !this.post?.found) this.post = found;
    const snapshot = await snapshotOf(this.session.cdp);
    const shown = shownOf(snapshot, await layoutWidth(this.session.cdp));
    this.shown = shownSoFar(this.shown, shown, this.limits.text_characters);
    this.own = ownSoFar(this.own, ownWordsOf(snapshot), this.limits.text_characters);
    const far = await ofFrames(this.session.page, async (cdp) => textOf(await snapshotOf(cdp)));
    const { text, frameText } = pageTextOf(snapshot, found.frames, far.answers);
    this.takes.push(text.slice(0, this.limits.text_characters));
    this.frameTakes.push(frameText.slice(0, this.limits.text_characters));
    return { characters: this.takes.at(-1)!.length, found: here };
  }

  /** The post as it stood before the page took it away or let nobody ask any more, if nobody else saw it. */
  private recall(): void {
    const { seen } = this.inquiry;
    if (!seen || this.post?.found) return;
    this.post = seen;
    this.takes.push(seen.text);
    if (!seen.laidOut) this.timeline.note('layout', NEVER_LAID_OUT);
  }

  private async takePictures(): Promise<unknown> {
    const now = await this.look();
    const taken = await this.shots.page(Math.min(now.height, this.limits.page_pixels));
    if (now.found && now.box) await this.shots.post(now.box);
    return taken;
  }

  private async keepMedia(): Promise<unknown> {
    const found = this.post?.found || this.platform.articles ? (this.post?.media ?? []) : [];
    await keepMedia(this.guard, found.slice(0, this.limits.media_files), this.session.page.url(), this.limits.redirects, this.media);
    return { found: found.length, whole: this.media.filter((m) => m.exchange !== null).length };
  }

  private async keepFilms(): Promise<unknown> {
    return this.films.keep(await this.inquiry.evaluate<SeenPlayers>(playersFor(this.sought)), this.media, this.sought);
  }

  /** Of the page as it is now: a short link leads to a platform that its own name does not tell. */
  private get platform(): Platform {
    return platformOf(this.session.page.url());
  }
  private get sought(): Sought {
    return selectorsFor(this.platform, this.asked, this.session.page.url());
  }
  private look(): Promise<ReadPost> {
    return this.inquiry.evaluate<ReadPost>(lookerFor(this.sought));
  }
}
