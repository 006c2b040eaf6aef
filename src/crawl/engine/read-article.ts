import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Platform } from '../platforms/platform-table.js';
import type { Inquiry } from './inquiry.js';
import type { Limits } from './limits.js';

/** of a page that has more elements no article is sought: the search would take all the time there is */
const MOST_ELEMENTS = 20_000;
const LIBRARY = '@mozilla/readability/Readability.js';

interface Found {
  content: Element;
}
declare class Readability {
  constructor(copy: Document, options: { serializer: (e: Element) => Element; maxElemsToParse: number });
  parse(): Found | null;
}

/** what a search may take of a page, which waits for it meanwhile */
const SEARCH_MS = 3_000;

/** Runs in the isolated world: the article is found in a copy of the document, and read from the document itself, as far as it is seen. */
function article(most: number): string | null {
  const copy = Node.prototype.cloneNode.call(document, true) as Document;
  const own = new Map<Node, Node>();
  const [here, there] = [document, copy].map((d) => Document.prototype.createTreeWalker.call(d, d, NodeFilter.SHOW_TEXT));
  while (here.nextNode() && there.nextNode()) own.set(there.currentNode, here.currentNode);
  // a form, and a document, gives what is named so in place of its own properties: of the copy no name is needed, but those of `meta`
  const named = ':is(form,img,embed,object,iframe,frame,input,button,fieldset,output,select,textarea)[id]';
  const clobbering = Document.prototype.querySelectorAll.call(copy, `[name]:not(meta),${named}`);
  for (const e of Array.from(clobbering)) for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(e, name);
  const found = new Readability(copy, { serializer: (e) => e, maxElemsToParse: most }).parse();
  if (!found) return null;
  const [lines, texts] = [[] as string[], Document.prototype.createTreeWalker.call(copy, found.content, NodeFilter.SHOW_TEXT)];
  for (let block: Element | null = null; texts.nextNode();) {
    const text = texts.currentNode as Text;
    const shown = own.get(text)?.parentElement;
    if (!shown || !Element.prototype.checkVisibility.call(shown, { checkOpacity: true, checkVisibilityCSS: true })) continue;
    const within = text.parentElement!.closest('p,li,h1,h2,h3,h4,h5,h6,blockquote,td,th,pre,figcaption,div');
    if (within !== block) lines.push('');
    block = within;
    lines[lines.length - 1] += text.data;
  }
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** The text of an article on a page of no known platform, without what stands around it; null where there is none. */
export async function readArticle(inquiry: Inquiry, { least_text: least }: Platform, limits: Limits): Promise<string | null> {
  const found = await inquiry.within<string | null>(SEARCH_MS, articleReader());
  return found && found.length >= least ? found.slice(0, limits.text_characters) : null;
}
export function articleReader(): string {
  const library = readFileSync(createRequire(import.meta.url).resolve(LIBRARY), 'utf8');
  return `(() => { const module = {}; ${library}; return (${article.toString()})(${MOST_ELEMENTS}) })()`;
}
