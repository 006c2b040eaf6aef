/** The parts of CDP's DOM.Node that are read. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
  contentDocument?: DomNode;
  templateContent?: DomNode;
  documentURL?: string;
  publicId?: string;
  systemId?: string;
}
const [ELEMENT, TEXT, COMMENT, DOCTYPE] = [1, 3, 8, 10];
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'noscript']);
const FRAMES = new Set(['iframe', 'frame']);
export const LONGEST_DOM = 10_000_000;

interface WrittenDocument {
  url: string;
  html: string;
  /** it goes on */
  cut: boolean;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string): string => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/**
 * The documents of trees as HTML (WHATWG, 13.3), each tree's own first, then those of their frames.
 * Shadow roots, the closed ones too, stand as declarative ones (`<template shadowrootmode>`); a frame names its document by its place among all.
 */
export function htmlOf(...roots: DomNode[]): WrittenDocument[] {
  const documents = [...roots];
  const written: WrittenDocument[] = [];
  for (let i = 0; i < documents.length; i++) written.push({ url: documents[i].documentURL ?? '', ...write(documents[i], documents) });
  return written;
}

/** Without recursion: a hostile page nests ten thousand deep. */
function write(root: DomNode, documents: DomNode[]): Pick<WrittenDocument, 'html' | 'cut'> {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string) => {
    length += text.length;
    parts.push(text);
  };
  const open: (DomNode | string)[] = [...(root.children ?? [])].reverse();
  const raw: boolean[] = [];
  while (open.length > 0 && length < LONGEST_DOM) {
    const node = open.pop()!;
    if (typeof node === 'string') {
      raw.pop();
      put(node);
      continue;
    }
    if (node.nodeType === TEXT) put(raw.at(-1) ? node.nodeValue : escaped(node.nodeValue));
    else if (node.nodeType === COMMENT) put(`<!--${node.nodeValue}-->`);
    else if (node.nodeType === DOCTYPE) put(`<!DOCTYPE ${node.nodeName}>`);
    else if (node.nodeType === ELEMENT) element(node, documents, put, open, raw);
  }
  return { html: parts.join('').slice(0, LONGEST_DOM), cut: open.length > 0 || length > LONGEST_DOM };
}

function element(node: DomNode, documents: DomNode[], put: (text: string) => void, open: (DomNode | string)[], raw: boolean[]): void {
  const name = node.localName || node.nodeName.toLowerCase();
  const own = (key: string): boolean => key !== 'data-document' || !FRAMES.has(name); // which is its document, no page says
  const attributes = (node.attributes ?? []).map((a, i, all) => (i % 2 === 0 && own(a) ? ` ${a}=${quoted(all[i + 1])}` : '')).join('');
  const frame = node.contentDocument ? ` data-document=${quoted(`frame ${documents.push(node.contentDocument) - 1}`)}` : '';
  put(`<${name}${attributes}${frame}>`);
  if (VOID.has(name)) return;
  raw.push(RAW.has(name));
  open.push(`</${name}>`);
  const inside = [...(node.templateContent?.children ?? []), ...(node.children ?? [])];
  for (const child of inside.reverse()) open.push(child);
  for (const root of (node.shadowRoots ?? []).filter((r) => r.shadowRootType !== 'user-agent').reverse()) open.push(shadow(root));
}

/** A shadow root written as the element that makes one. */
const shadow = (root: DomNode): DomNode => ({
  nodeType: ELEMENT,
  nodeName: 'TEMPLATE',
  localName: 'template',
  nodeValue: '',
  attributes: ['shadowrootmode', root.shadowRootType ?? 'open'],
  children: root.children,
});
