/** What the functions that run in the isolated world keep there between two askings, as long as the document stands. */
export interface World {
  moves?: { count: number; observer: MutationObserver };
  boxes?: HTMLElement[];
  /** the post as it stood before anything was opened */
  post?: Element;
  /** what was opened, and in which round last */
  opened?: WeakMap<Element, number>;
  named?: Map<string, number>;
}

/** Runs in the isolated world: the first elements of the page and of its open shadow roots. Fields of a form may hide its functions, so forms are left out. */
export function elementsOf(): HTMLElement[] {
  const most = 20_000; // to look at all of a page with more would take all the time there is
  const found: HTMLElement[] = [];
  const roots: Node[] = [document];
  for (let seen = 0; roots.length > 0 && seen < most;) {
    const walk = Document.prototype.createTreeWalker.call(document, roots.shift()!, NodeFilter.SHOW_ELEMENT);
    while (seen++ < most && walk.nextNode()) {
      const e = walk.currentNode;
      if (!(e instanceof HTMLElement) || e instanceof HTMLFormElement) continue;
      found.push(e);
      if (e.shadowRoot) roots.push(e.shadowRoot);
    }
  }
  return found;
}

/** Runs there too: a selector that leads to an element, for the record. */
export function pathTo(e: Element): string {
  const named = (at: Element) => Element.prototype.getAttribute.call(at, 'id');
  const steps: string[] = [];
  for (let at: Element | null = e; at && steps.length < 6; at = at.parentElement) {
    const id = named(at);
    let nth = 1;
    for (let s = at.previousElementSibling; s && nth < 1_000; s = s.previousElementSibling) nth++;
    steps.unshift(id ? `#${CSS.escape(id)}` : `${at.tagName.toLowerCase()}:nth-child(${nth})`);
    if (id) break;
  }
  return steps.join(' > ');
}

/** A function that runs in the isolated world with both, as its text. */
export const inPage = (run: (...given: never[]) => unknown, ...given: unknown[]): string =>
  `(() => { ${elementsOf.toString()} ${pathTo.toString()} return (${run.toString()})(${given.map((g) => JSON.stringify(g)).join()}) })()`;
