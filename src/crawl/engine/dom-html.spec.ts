import { expect, test } from '@jest/globals';
import { htmlOf, type DomNode } from './dom-html.js';

const element = (name: string, children: DomNode[] = [], more: Partial<DomNode> = {}): DomNode => ({
  nodeType: 1,
  nodeName: name.toUpperCase(),
  localName: name,
  nodeValue: '',
  children,
  ...more,
});
const text = (nodeValue: string): DomNode => ({ nodeType: 3, nodeName: '#text', localName: '', nodeValue });
const page = (...children: DomNode[]): DomNode => ({
  nodeType: 9,
  nodeName: '#document',
  localName: '',
  nodeValue: '',
  children,
  documentURL: 'http://a/',
});

test('text and attributes stand as text, whatever is in them; scripts as they were', () => {
  const tree = page(
    element('p', [text('1 < 2 & "ba"')], { attributes: ['title', 'a "b" <c>'] }),
    element('script', [text('if (1 < 2) {}')]),
    element('br'),
  );
  expect(htmlOf(tree)[0].html).toBe('<p title="a &quot;b&quot; <c>">1 &lt; 2 &amp; "ba"</p><script>if (1 < 2) {}</script><br>');
});
test('a closed shadow root is kept as a declarative one, the browser’s own is not', () => {
  const root = (shadowRootType: string, says: string): DomNode => ({ ...page(text(says)), nodeType: 11, shadowRootType });
  const tree = page(element('div', [text('ngoài')], { shadowRoots: [root('user-agent', 'nút'), root('closed', 'trong')] }));
  expect(htmlOf(tree)[0].html).toBe('<div><template shadowrootmode="closed">trong</template>ngoài</div>');
});
test('documents of frames are written apart, however deep they lie', () => {
  const inner = { ...page(text('trong cùng')), documentURL: 'http://b/' };
  const outer = { ...page(element('iframe', [], { contentDocument: inner })), documentURL: 'http://c/' };
  const written = htmlOf(page(element('iframe', [], { contentDocument: outer })));
  expect(written).toEqual([
    { url: 'http://a/', html: '<iframe data-document="frame 1"></iframe>', cut: false },
    { url: 'http://c/', html: '<iframe data-document="frame 2"></iframe>', cut: false },
    { url: 'http://b/', html: 'trong cùng', cut: false },
  ]);
});
test('documents of all trees are counted once, and no page says which is its frame’s', () => {
  const holds = (documentURL: string, says: string): DomNode => ({
    ...page(element('iframe', [], { contentDocument: page(text(says)), attributes: ['data-document', 'frame 3', 'src', 'x'] })),
    documentURL,
  });
  expect(htmlOf(holds('http://a/', 'gần'), holds('http://far/', 'xa')).map(({ html }) => html)).toEqual([
    '<iframe src="x" data-document="frame 2"></iframe>',
    '<iframe src="x" data-document="frame 3"></iframe>',
    'gần',
    'xa',
  ]);
  expect(htmlOf(page(element('iframe', [], { attributes: ['data-document', 'frame 1'] })))[0].html).toBe('<iframe></iframe>');
});
test('a document that goes on says that it was cut', () => {
  const long = text('x'.repeat(6_000_000));
  expect(htmlOf(page(long, long))[0]).toMatchObject({ cut: true, html: expect.stringMatching(/^x{10}/) });
  expect(htmlOf(page(long))[0].cut).toBe(false);
});
test('a hundred thousand levels are written without running out of stack', () => {
  let deep = text('đáy');
  for (let i = 0; i < 100_000; i++) deep = element('b', [deep]);
  expect(htmlOf(page(deep))[0].html).toContain('<b>đáy</b>');
});
