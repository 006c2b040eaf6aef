import { elementsOf, pathTo, type World } from './in-page.js';

export interface Asked {
  selectors: string[];
  post: string[];
  words: string[];
  lists: string[];
  /** on a page of no known platform, outside of its post too */
  anywhere: boolean;
  round: number;
  click: boolean;
}
export interface Opened {
  words: string;
  selector: string;
}
/** Runs in the isolated world: whether the post is still the element that it was before anything was opened. */
export const stillStands = (): boolean => (globalThis as World).post?.isConnected === true;

/** Runs in the isolated world: opens the next thing that hides a part of the post, and tells what it was. */
export function openNext(asked: Asked): Opened | null {
  const AROUND =
    'nav,header,footer,aside,dialog,[role=navigation],[role=banner],[role=contentinfo],[role=complementary],[role=search],[role=dialog]';
  const BUTTON = 'button,a,[role=button],input[type=button]';
  const LONGEST = 80;
  const world = globalThis as World;
  const [opened, named] = [(world.opened ??= new WeakMap()), (world.named ??= new Map())];
  const find = (s: string) => Array.from(Document.prototype.querySelectorAll.call(document, s)) as HTMLElement[];
  const post = asked.post.map((s) => Document.prototype.querySelector.call(document, s)).find(Boolean) ?? null;
  if (post) world.post ??= post;
  /** the element and the hosts of the shadows that it stands in */
  const outwards = (e: Element): Element[] => {
    const root = e.getRootNode();
    return root instanceof ShadowRoot ? [e, ...outwards(root.host)] : [e];
  };
  const within = (e: Element, selector: string) =>
    outwards(e)
      .map((at) => at.closest(selector))
      .find(Boolean) ?? null;
  const floats = (e: Element): boolean => {
    for (let [at, up] = [e as Element | null, 0]; at && up < 100; [at, up] = [at.parentElement, up + 1])
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  const inPost = (e: Element) => post !== null && outwards(e).some((at) => post.contains(at));
  const inScope = (e: Element) => inPost(e) || (asked.anywhere && !within(e, AROUND) && !outwards(e).some(floats));
  const textOf = (e: HTMLElement): string => {
    if (e instanceof HTMLInputElement) return e.value;
    const walk = Document.prototype.createTreeWalker.call(document, e, NodeFilter.SHOW_TEXT);
    let text = '';
    while (text.length <= LONGEST && walk.nextNode()) text += walk.currentNode.nodeValue;
    return text.length > LONGEST ? '' : text;
  };
  /** letters alone: neither arrows, dots nor how many there are */
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\d[\d.,]*\s?(k|m|n|tr|nghìn)?(?!\p{L})/gu, ' ')
      .replace(/[^\p{L}\p{M}]+/gu, ' ')
      .trim();
  const known = (words: string) => words !== '' && (asked.words.includes(words) || asked.lists.includes(words));
  const wordsOf = (e: HTMLElement): string | null => {
    const said = plain(textOf(e));
    if (known(said)) return said;
    const label = plain((e.getAttribute('aria-label') ?? '').slice(0, LONGEST));
    return known(label) && label.includes(said) && e.matches(BUTTON) ? label : null;
  };
  /** a link to another page, or one that loads this one again */
  const leadsAway = (e: Element): boolean => {
    const link = within(e, 'a[href]') as HTMLAnchorElement | null;
    if (!link) return false;
    const href = link.getAttribute('href')!.trim();
    return !/^javascript:/i.test(href) && !(link.href.includes('#') && link.href.replace(/#.*$/, '') === location.href.replace(/#.*$/, ''));
  };
  const sends = (e: Element) => (e instanceof HTMLButtonElement || e instanceof HTMLInputElement) && e.form !== null && e.type !== 'button';
  const isOpen = (e: Element, words: string) =>
    asked.lists.includes(words) ? opened.get(e) === asked.round : opened.has(e) || e.getAttribute('aria-expanded') === 'true';
  const isButton = (e: HTMLElement) => e.matches(BUTTON) || (!within(e, BUTTON) && getComputedStyle(e).cursor === 'pointer');
  const wanted = (e: HTMLElement): string | null => {
    if (e.childElementCount > 0 && !e.matches(BUTTON)) return null;
    const words = wordsOf(e);
    if (words === null || isOpen(e, words) || e.matches('[disabled],[aria-disabled=true]') || !isButton(e)) return null;
    return !leadsAway(e) && !sends(e) && e.checkVisibility({ checkVisibilityCSS: true }) && inScope(e) ? words : null;
  };
  const folded = (e: HTMLElement): e is HTMLDetailsElement =>
    e instanceof HTMLDetailsElement && !e.open && !opened.has(e) && named.get(e.name) !== asked.round && inScope(e);
  const open = (e: HTMLElement, words: string): Opened => {
    const selector = pathTo(e); // afterwards it may stand nowhere
    if (asked.click) {
      opened.set(e, asked.round);
      if (!(e instanceof HTMLDetailsElement)) e.click();
      else {
        if (e.name) named.set(e.name, asked.round); // of those of one name only one stands open at a time
        e.open = true;
      }
    }
    return { words: words.slice(0, LONGEST), selector };
  };
  for (const selector of asked.selectors) for (const e of find(selector).slice(0, 20)) if (!opened.has(e)) return open(e, selector);
  const all = elementsOf();
  const [own, others] = [all.filter(inPost), asked.anywhere ? all : []];
  for (const e of [...own, ...others]) {
    if (folded(e)) return open(e, 'details');
    const words = wanted(e);
    if (words !== null) return open(e, words);
  }
  return null;
}
