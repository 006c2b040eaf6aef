import { union, type Snapshot } from './page-text.js';

/** What a page says for itself, apart from what stands around it on every page of its site. */
export interface OwnWords {
  /** text outside of menus, heads, feet, asides, forms and links, a line for each piece of the layout */
  own: string;
  /** its headings that stand outside of articles */
  headlines: string;
  /** it asks for a password */
  password: boolean;
}
const AROUND = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM', 'BUTTON', 'SELECT', 'DIALOG']);
const ROLES_AROUND = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'button',
]);
const HEADING = /^H[1-6]$/;

/** Where a node stands, handed down to what is within it. */
interface Place {
  around: boolean;
  article: boolean;
  /** within an article or the main part of the page */
  content: boolean;
  heading: boolean;
}
const NOWHERE: Place = { around: false, article: false, content: false, heading: false };

/** Read from the layout itself, closed shadow roots included. */
export function ownWordsOf({ strings, documents }: Snapshot): OwnWords {
  const [{ nodes, layout }] = documents;
  const places: Place[] = [];
  const drawn = new Set(layout.nodeIndex);
  let password = false;
  nodes.parentIndex?.forEach((parent, node) => {
    const name = strings[nodes.nodeName?.[node] ?? -1]?.toUpperCase() ?? '';
    const attribute = attributesOf(strings, nodes.attributes?.[node]);
    const above = places[parent] ?? NOWHERE;
    places[node] = {
      around:
        above.around ||
        AROUND.has(name) ||
        ROLES_AROUND.has(attribute('role')) ||
        (name === 'A' && attribute('href') !== '') ||
        (name === 'HEADER' && !above.content),
      article: above.article || name === 'ARTICLE',
      content: above.content || name === 'ARTICLE' || name === 'MAIN',
      heading: above.heading || HEADING.test(name) || ['heading', 'alert'].includes(attribute('role')),
    };
    if (name === 'INPUT' && attribute('type').toLowerCase() === 'password' && drawn.has(node)) password = true;
  });
  const [own, headlines] = [[] as string[], [] as string[]];
  layout.nodeIndex.forEach((node, i) => {
    const text = strings[layout.text[i] ?? -1]?.trim();
    const place = places[nodes.parentIndex?.[node] ?? -1];
    if (!text || !place) return;
    if (!place.around) own.push(text);
    if (place.heading && !place.article) headlines.push(text);
  });
  return { own: own.join('\n'), headlines: headlines.join(' '), password };
}

const attributesOf =
  (strings: string[], pairs: number[] = []) =>
  (name: string): string => {
    for (let i = 0; i < pairs.length; i += 2) if (strings[pairs[i]] === name) return strings[pairs[i + 1]] ?? '';
    return '';
  };

/** What was said until now; the headings are those of the last look. */
export const ownSoFar = (before: OwnWords | null, now: OwnWords, characters: number): OwnWords => ({
  own: union(before ? [before.own, now.own] : [now.own]).slice(0, characters),
  headlines: now.headlines.slice(0, characters),
  password: now.password,
});
