import { elementsOf, inPage, pathTo, type World } from './in-page.js';
import { Quiet } from './quiet.js';
import type { Visit } from './visit.js';

const TURN_MS = 150;
/** at an end more may be on its way, and where scrolling brought something it may bring more */
const END_MS = { still: 350, stirred: 600 };
const TURN_MOST_MS = 2_000;
const EDGE = 2;

/** `x`, `y`: a point of it in the window. */
interface Place {
  top: number;
  seen: number;
  height: number;
  x: number;
  y: number;
}
export type Ended = 'end' | 'turns' | 'time';
interface Way {
  turns: number;
  ended: Ended;
}
/** `boxes`: of the page, which scroll in themselves; `more`: there are others, smaller ones. */
export interface Scrolled extends Way {
  boxes: (Way & { selector: string })[];
  more: boolean;
}

/** Runs in the isolated world: the largest boxes of the page that scroll in themselves. */
function boxes(most: number): { selectors: string[]; more: boolean } {
  const [LEAST_HIDDEN, LEAST_AREA] = [40, 40_000];
  const area = (e: HTMLElement) => e.clientWidth * e.clientHeight;
  const found = elementsOf()
    .filter((e) => e.scrollHeight > e.clientHeight + LEAST_HIDDEN && area(e) >= LEAST_AREA && !e.matches('html,textarea,select'))
    .filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowY))
    .filter((e) => e !== Reflect.get(Document.prototype, 'scrollingElement', document) && e.checkVisibility({ checkVisibilityCSS: true }))
    .toSorted((a, b) => area(b) - area(a));
  const own = found.slice(0, most);
  (globalThis as World).boxes = own;
  return { selectors: own.map(pathTo), more: found.length > most };
}
/** Runs there too: where the page stands, or a box of it, brought into the window. */
function place(box: number | null): Place | null {
  if (box === null) {
    const heights = ['documentElement', 'body'].map(
      (name) => (Reflect.get(Document.prototype, name, document) as HTMLElement | null)?.scrollHeight ?? 0,
    );
    return { top: scrollY, seen: innerHeight, height: Math.max(...heights), x: innerWidth / 2, y: innerHeight / 2 };
  }
  const e = (globalThis as World).boxes?.[box];
  if (!e?.isConnected) return null;
  const within = ({ left, right, top, bottom }: DOMRect) => {
    const [l, r, t, b] = [Math.max(0, left), Math.min(innerWidth, right), Math.max(0, top), Math.min(innerHeight, bottom)];
    return { x: (l + r) / 2, y: (t + b) / 2, shown: b - t };
  };
  if (within(e.getBoundingClientRect()).shown < Math.min(e.clientHeight, innerHeight) / 2)
    e.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y } = within(e.getBoundingClientRect());
  return { top: e.scrollTop, seen: e.clientHeight, height: e.scrollHeight, x, y };
}
/** Runs there too: where the wheel turns something else, as under a box that floats over the page. */
function push(box: number | null, by: number): void {
  const at = box === null ? window : (globalThis as World).boxes?.[box];
  at?.scrollBy({ top: by, behavior: 'instant' });
}
/** Runs there too: back to where a visitor begins. */
function backToTop(): void {
  for (const at of [...((globalThis as World).boxes ?? []), window]) at.scrollTo({ top: 0, behavior: 'instant' });
}

/** Scrolls the page to its end, then the boxes that scroll in it, as far as its limits let it. */
export class Scroll {
  private readonly quiet: Quiet;
  private readonly asked: number;

  constructor(
    private readonly visit: Visit,
    private readonly end: number,
    /** takes the text, where it changed */
    private readonly take: () => Promise<void>,
  ) {
    this.quiet = new Quiet(visit);
    this.asked = visit.guard.asked;
  }

  async all(): Promise<Scrolled | undefined> {
    const page = await this.to(null, '');
    const found = await this.visit.inquiry.evaluate<ReturnType<typeof boxes>>(inPage(boxes, this.visit.limits.scroll_boxes));
    const scrolled: Scrolled = { ...page, boxes: [], more: found.more };
    for (const [i, selector] of found.selectors.entries()) scrolled.boxes.push({ selector, ...(await this.to(i, ` in ${selector}`)) });
    if (page.turns === 0 && scrolled.boxes.length === 0) return undefined;
    await this.visit.inquiry.evaluate(inPage(backToTop));
    return scrolled;
  }

  private async to(box: number | null, where: string): Promise<Way> {
    let moves: number | null = null;
    for (let turns = 0; ; turns++) {
      const at = await this.place(box);
      if (!at || (atEnd(at) && (turns === 0 || !(await this.grows(box, moves !== null))))) return { turns, ended: 'end' };
      if (turns >= this.visit.limits.scrolls) return { turns, ended: 'turns' };
      if (Date.now() > this.end) return { turns, ended: 'time' };
      const before: number = moves ?? (await this.quiet.moves());
      if (!(await this.turn(box, at, where))) return { turns, ended: 'end' };
      moves = await this.quiet.moves();
      if (moves !== before) await this.take();
    }
  }

  /** Whether anything went on. */
  private async turn(box: number | null, at: Place, where: string): Promise<boolean> {
    const by = box === null ? this.visit.session.visitor.viewport.height : Math.max(1, Math.floor(at.seen));
    const asked = this.visit.guard.asked;
    const wheel = { type: 'mouseWheel', x: at.x, y: at.y, deltaX: 0, deltaY: by } as const;
    await this.visit.session.cdp.send('Input.dispatchMouseEvent', wheel);
    await this.quiet.wait(TURN_MS, this.within(TURN_MOST_MS), asked);
    this.visit.session.log.did('scrolled', `${by} px${where}`);
    if ((await this.place(box))?.top !== at.top) return true;
    await this.visit.inquiry.evaluate(inPage(push, box, by));
    await this.quiet.wait(TURN_MS, this.within(TURN_MOST_MS), asked);
    this.visit.session.log.did('scrolled', `${by} px${where} without the wheel, which turned something else`);
    return (await this.place(box))?.top !== at.top;
  }

  /** At its end: does it go on after a while? */
  private async grows(box: number | null, stirred: boolean): Promise<boolean> {
    await this.quiet.wait(
      stirred || this.visit.guard.asked > this.asked ? END_MS.stirred : END_MS.still,
      this.within(2 * TURN_MOST_MS),
      this.asked,
    );
    const at = await this.place(box);
    return at !== null && !atEnd(at);
  }

  private place(box: number | null): Promise<Place | null> {
    return this.visit.inquiry.evaluate<Place | null>(inPage(place, box));
  }
  private within(milliseconds: number): number {
    return Math.min(this.end, Date.now() + milliseconds);
  }
}

const atEnd = ({ top, seen, height }: Place): boolean => top + seen >= height - EDGE;
