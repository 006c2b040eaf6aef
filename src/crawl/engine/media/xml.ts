import { Unplayable } from './stream.js';

/** An element of a document; names without their prefix. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}
const MOST_ELEMENTS = 100_000;
const DEEPEST = 40;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]);

/** As much of XML as a list of segments needs, read once from left to right: no definitions, no entities of its own, a bound of depth and number. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (let [at, elements] = [0, 0]; ;) {
    const start = text.indexOf('<', at);
    if (start < 0) break;
    open.at(-1)!.text += plain(text.slice(at, start)).trim();
    const special = SPECIAL.find(([begins]) => text.startsWith(begins, start));
    const end = text.indexOf(special?.[1] ?? '>', start);
    if (end < 0) throw new Unplayable('its list ends within a tag');
    at = end + (special?.[1] ?? '>').length;
    if (special?.[0] === '<!') throw new Unplayable('its list brings definitions of its own');
    if (special?.[0] === '<![CDATA[') open.at(-1)!.text += text.slice(start + 9, end);
    if (special) continue;
    const tag = text.slice(start + 1, end);
    if (tag.startsWith('/')) {
      if (open.length > 1) open.pop();
      continue;
    }
    if (++elements > MOST_ELEMENTS || open.length > DEEPEST) throw new Unplayable('its list is too large or too deep');
    const element = elementOf(tag);
    open.at(-1)!.children.push(element);
    if (!tag.endsWith('/')) open.push(element);
  }
  const [document] = root.children;
  if (!document) throw new Unplayable('its list is empty');
  return document;
}
const SPECIAL: [string, string][] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

function elementOf(tag: string): Element {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  const name = /^[^\s/]*/.exec(tag)![0];
  for (let at = name.length; ;) {
    const equals = tag.indexOf('=', at);
    const open = equals < 0 ? -1 : tag.slice(equals + 1, equals + 20).search(/["']/) + equals + 1;
    const close = open <= equals ? -1 : tag.indexOf(tag[open], open + 1);
    if (close < 0) break;
    attributes[local(tag.slice(at, equals).trim())] = plain(tag.slice(open + 1, close));
    at = close + 1;
  }
  return { name: local(name), attributes, children: [], text: '' };
}

export const childrenOf = (element: Element, name: string): Element[] => element.children.filter((c) => c.name === name);
/** The first of that name; asked of the same element again and again. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined;
  let known = firsts.get(element);
  if (!known) firsts.set(element, (known = new Map(element.children.toReversed().map((c) => [c.name, c]))));
  return known.get(name);
}
const firsts = new WeakMap<Element, Map<string, Element>>();
