import { elementsOf, inPage } from './in-page.js';
import type { Limits } from './limits.js';

/** Runs in the isolated world, open shadow roots included: clicks away at most one box that floats over the page and is about consent; answers by which words or selector. */
function dismiss(consent: Limits['consent']): string | null {
  const MOST_BUTTONS = 300;
  const LONGEST = 60;
  const plain = (e: Element): string => ((e.shadowRoot ?? e).textContent ?? '').normalize('NFC').trim().toLowerCase();
  const shown = (e: Element): boolean => {
    const { width, height } = e.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  const boxOf = (e: Element): Element | null => {
    let at: Element | null = e;
    for (let up = 0; at && up < 100; up++, at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null)
      if (at.matches('[role=dialog],dialog') || ['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
    return null;
  };
  const click = (e: HTMLElement, by: string): string => {
    e.click();
    return by;
  };
  const elements = elementsOf();
  for (const selector of consent.selectors) {
    const found = elements.find((e) => e.matches(selector));
    if (found && shown(found) && boxOf(found)) return click(found, selector);
  }
  const buttons = elements
    .filter((e) => e.matches('button,[role=button],input[type=button],input[type=submit]'))
    .slice(0, MOST_BUTTONS)
    .filter((e) => (e.textContent?.length ?? 0) < LONGEST)
    .map((e) => ({ e, said: plain(e) || ((e as HTMLInputElement).value ?? '').normalize('NFC').trim().toLowerCase() }));
  for (const words of consent.words)
    for (const { e, said } of buttons) {
      const box = said === words && shown(e) ? boxOf(e) : null;
      if (box && consent.about.some((word) => plain(box).includes(word))) return click(e, words);
    }
  return null;
}
export const dismisserFor = (consent: Limits['consent']): string => inPage(dismiss, consent);
