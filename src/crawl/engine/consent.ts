import type { Limits } from './limits.js';

/** Runs in the isolated world: clicks away at most one consent box; answers what was clicked, by which words or selector. */
function dismiss(consent: Limits['consent']): string | null {
  const shown = (e: Element): boolean => {
    const { width, height } = e.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  for (const selector of consent.selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found || !shown(found)) continue;
    found.click();
    return selector;
  }
  const floats = (e: Element | null): boolean =>
    e !== null &&
    (['fixed', 'sticky'].includes(getComputedStyle(e).position) || e.matches('[role=dialog],dialog') || floats(e.parentElement));
  const buttons = Array.from(document.querySelectorAll<HTMLElement>('button,[role=button],input[type=button],input[type=submit]')).slice(
    0,
    2_000,
  );
  for (const words of consent.words)
    for (const button of buttons) {
      const said = (button.innerText || (button as HTMLInputElement).value || '').normalize('NFC').trim().toLowerCase();
      if (said !== words || !shown(button) || !floats(button)) continue;
      button.click();
      return words;
    }
  return null;
}
export const dismisserFor = (consent: Limits['consent']): string => `(${dismiss.toString()})(${JSON.stringify(consent)})`;
