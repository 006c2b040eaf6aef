import { union, type Snapshot } from './page-text.js';
import { LEAST_OPACITY, STYLE_AT } from './shown.js';

/** What a page says for itself, apart from what stands around it on every page of its site. */
export interface OwnWords {
  /** text outside of menus, heads, feet, asides, small forms and links, a line for each piece of the layout */
  own: string;
  /** what of that stands outside of articles */
  beside: string;
  /** its headings that stand outside of articles, and its title */
  headings: string[];
  /** a field for a password is to be seen */
  password: boolean;
}
const AROUND = new Set(['NAV', 'FOOTER', 'ASIDE', 'BUTTON', 'SELECT']);
const ROLES_AROUND = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'menubar', 'button']);
/** stand around a page too, but some pages stand whole in one */
const FORMS = new Set(['FORM', 'DIALOG', 'dialog', 'alertdialog']);
const HEADING = /^H[1-6]$/;
const MOST_HEADINGS = 100;

/** Where a node stands, handed down to what is within it. */
interface Place {
  around: boolean;
  article: boolean;
  /** within an article or the main part of the page */
  content: boolean;
  /** the node that is its heading */
  heading: number;
  /** the forms and dialogs that hold it */
  forms: number[];
  opacity: number;
}
const NOWHERE: Place = { around: false, article: false, content: false, heading: -1, forms: [], opacity: 1 };

/** Read from the layout itself, closed shadow roots included. */
export function ownWordsOf(snapshot: Snapshot): OwnWords {
  const { strings, documents } = snapshot;
  const [{ nodes, layout }] = documents;
  const drawn = new Map(layout.nodeIndex.map((node, i) => [node, i]));
  const style = (node: number, name: string): string => strings[layout.styles?.[drawn.get(node) ?? -1]?.[STYLE_AT.get(name)!] ?? -1] ?? '';
  const places: Place[] = [];
  let password = false;
  nodes.parentIndex?.forEach((parent, node) => {
    const name = strings[nodes.nodeName?.[node] ?? -1]?.toUpperCase() ?? '';
    const attribute = attributesOf(strings, nodes.attributes?.[node]);
    const role = attribute('role');
    const above = places[parent] ?? NOWHERE;
    const place: Place = {
      around:
        above.around ||
        AROUND.has(name) ||
        ROLES_AROUND.has(role) ||
        (name === 'A' && attribute('href') !== '') ||
        (name === 'HEADER' && !above.content),
      article: above.article || name === 'ARTICLE',
      content: above.content || name === 'ARTICLE' || name === 'MAIN',
      heading: HEADING.test(name) || role === 'heading' || role === 'alert' ? node : above.heading,
      forms: FORMS.has(name) || FORMS.has(role) ? [...above.forms, node].slice(-8) : above.forms,
      opacity: above.opacity * Number(style(node, 'opacity') || 1),
    };
    places[node] = place;
    if (name === 'INPUT' && attribute('type').toLowerCase() === 'password' && isSeen(node, place)) password = true;
  });
  return { ...wordsIn(snapshot, places), password };

  function isSeen(node: number, { opacity }: Place): boolean {
    const [x = 0, y = 0, width = 0, height = 0] = layout.bounds[drawn.get(node) ?? -1] ?? [];
    return width > 2 && height > 2 && x + width > 0 && y + height > 0 && opacity >= LEAST_OPACITY && style(node, 'visibility') !== 'hidden';
  }
}

function wordsIn({ strings, documents }: Snapshot, places: Place[]): Omit<OwnWords, 'password'> {
  const [{ nodes, layout }] = documents;
  const said = layout.nodeIndex.flatMap((node, i) => {
    const text = strings[layout.text[i] ?? -1]?.trim();
    const place = places[nodes.parentIndex?.[node] ?? -1];
    return text && place ? [{ text, place }] : [];
  });
  const inForms = new Map<number, number>();
  for (const { text, place } of said) for (const form of place.forms) inForms.set(form, (inForms.get(form) ?? 0) + text.length);
  const all = said.reduce((sum, { text }) => sum + text.length, 0);
  const isAround = ({ around, forms }: Place): boolean => around || forms.some((form) => inForms.get(form)! * 2 < all);
  const headings = new Map<number, string>();
  for (const { text, place } of said)
    if (place.heading >= 0 && !place.article && headings.size < MOST_HEADINGS)
      headings.set(place.heading, `${headings.get(place.heading) ?? ''} ${text}`.trim());
  const own = said.filter(({ place }) => !isAround(place));
  return {
    own: own.map((s) => s.text).join('\n'),
    beside: own
      .filter(({ place }) => !place.article)
      .map((s) => s.text)
      .join('\n'),
    headings: [...headings.values()],
  };
}

const attributesOf =
  (strings: string[], pairs: number[] = []) =>
  (name: string): string => {
    for (let i = 0; i < pairs.length; i += 2) if (strings[pairs[i]] === name) return strings[pairs[i + 1]] ?? '';
    return '';
  };

/** What was said until now; its headings, and whether it asks for a password, as at the last look. */
export const ownSoFar = (before: OwnWords | null, now: OwnWords, characters: number): OwnWords => ({
  ...now,
  own: union(before ? [before.own, now.own] : [now.own]).slice(0, characters),
  beside: now.beside.slice(0, characters),
  headings: now.headings.map((heading) => heading.slice(0, 1_000)),
});
