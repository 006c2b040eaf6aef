import { describe, expect, test } from '@jest/globals';
import type { Snapshot } from './page-text.js';
import { shownOf, STYLES_ASKED } from './shown.js';

const PLAIN: Record<string, string> = {
  opacity: '1',
  visibility: 'visible',
  'font-size': '16px',
  color: 'rgb(0, 0, 0)',
  content: 'normal',
};
interface Node {
  name: string;
  parent: number;
  bounds: number[];
  text?: string;
  style?: Record<string, string>;
}
function snapshotOf(list: Node[]): Snapshot {
  const strings: string[] = [];
  const at = (text: string) => strings.push(text) - 1;
  return {
    documents: [
      {
        nodes: { parentIndex: list.map((n) => n.parent), nodeName: list.map((n) => at(n.name)) },
        layout: {
          nodeIndex: list.map((_, i) => i),
          text: list.map((n) => (n.text ? at(n.text) : -1)),
          bounds: list.map((n) => n.bounds),
          styles: list.map((n) => STYLES_ASKED.map((name) => at({ ...PLAIN, ...n.style }[name] ?? 'none'))),
        },
      },
    ],
    strings,
  };
}
const body: Node = { name: 'BODY', parent: -1, bounds: [0, 0, 1280, 900], style: { 'overflow-x': 'visible', 'overflow-y': 'visible' } };
const legible = (box: Partial<Node>, text: Partial<Node> = {}) =>
  shownOf(
    snapshotOf([
      body,
      { name: 'P', parent: 0, bounds: [8, 8, 800, 20], ...box, style: { ...body.style, ...box.style } },
      { name: '#text', parent: 1, bounds: [8, 8, 200, 20], text: 'đã gỡ', ...text },
    ]),
    1280,
  ).legible;

describe('what of a page can be read', () => {
  test('is its plain text', () => expect(legible({})).toBe('đã gỡ'));
  test.each<[string, Partial<Node>, Partial<Node>?]>([
    ['nearly transparent', { style: { opacity: '0.1' } }],
    ['clipped away', { style: { 'clip-path': 'inset(100%)' } }],
    ['veiled by a filter', { style: { filter: 'opacity(0)' } }],
    ['in a box of no height', { bounds: [8, 8, 800, 0], style: { 'overflow-y': 'hidden' } }],
    ['hidden', {}, { style: { visibility: 'hidden' } }],
    ['tiny', {}, { style: { 'font-size': '2px' } }],
    ['of a transparent colour', {}, { style: { color: 'rgba(0, 0, 0, 0)' } }],
    ['left of the page', {}, { bounds: [-900, 8, 200, 20] }],
    ['right of the page', {}, { bounds: [1300, 8, 200, 20] }],
  ])('is not what is %s', (_, box, text = {}) => expect(legible(box, text)).toBe(''));
  test('pictures of every kind are counted by their pixels, and gradients are none', () => {
    const pictured = (node: Partial<Node>) =>
      shownOf(snapshotOf([body, { name: 'DIV', parent: 0, bounds: [0, 0, 100, 50], ...node }]), 1280).pictured;
    for (const name of ['IMG', 'svg', 'CANVAS', 'IFRAME', 'VIDEO']) expect([name, pictured({ name })]).toEqual([name, 5_000]);
    expect(pictured({ style: { 'background-image': 'url("a.png")' } })).toBe(5_000);
    expect(pictured({ style: { 'background-image': 'linear-gradient(red, blue)' } })).toBe(0);
  });
  test('boxes are counted, and each layer of a shadow or a gradient as one more', () => {
    const painted = (style: Record<string, string>) =>
      shownOf(snapshotOf([body, { name: 'DIV', parent: 0, bounds: [0, 0, 1, 1], style: { ...body.style, ...style } }]), 1280).painted;
    const bare = painted({});
    expect(painted({ 'box-shadow': 'rgb(0, 0, 0) 1px 1px 0px 8px, rgb(9, 9, 9) 2px 2px 0px 8px' }) - bare).toBe(2);
    expect(painted({ 'background-image': 'linear-gradient(red, blue), linear-gradient(red, blue)' }) - bare).toBe(2);
  });
  test('text that is hidden, and text of which a part is cut away, is counted by its characters', () => {
    const hidden = (box: Partial<Node>, text: Partial<Node> = {}) =>
      shownOf(
        snapshotOf([
          body,
          { name: 'P', parent: 0, bounds: [8, 8, 800, 20], ...box, style: { ...body.style, ...box.style } },
          { name: '#text', parent: 1, bounds: [8, 8, 200, 20], text: 'đã gỡ', ...text },
        ]),
        1280,
      ).hidden;
    expect(hidden({})).toBe(0);
    expect(hidden({ style: { opacity: '0' } })).toBe(5);
    expect(hidden({ bounds: [8, 8, 20, 20], style: { 'overflow-x': 'hidden' } })).toBe(5);
  });
  test('a page nested ten thousand deep is read before a capture would be given up', () => {
    const deep = Array.from({ length: 20_000 }, (_, i): Node => ({
      ...body,
      parent: i - 1 - (i % 2 === 0 && i > 0 ? 1 : 0),
      text: i % 2 ? 'a' : undefined,
    }));
    const snapshot = snapshotOf(deep);
    expect(shownOf(snapshot, 1280).legible.length).toBe(19_999);
  }, 30_000);
});
