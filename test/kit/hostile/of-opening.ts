import { article, posted, script, type Situation } from './situation.js';

/** A post that hides a part behind a button of these attributes. */
const folded = (name: string, path: string, button: string, rest: Partial<Situation> & { after?: string } = {}): Situation => {
  const { after = '', serve, ...others } = rest;
  return posted(name, path, '', {
    serve: { [path]: article(`${name} <button id="b" ${button}>Xem thêm</button>`, after), ...serve },
    ...others,
  });
};
const LOST: Situation['is'] = ['partial', 'present'];
/** What pages do to whoever opens or scrolls them. */
export const OF_OPENING: Situation[] = [
  folded('a see-more that leads elsewhere', '/p/more-leaves', `onclick="location = '/elsewhere'"`, { says: /navigation-refused/ }),
  folded('a see-more that leads elsewhere later', '/p/more-leaves-late', `onclick="setTimeout(() => { location = '/elsewhere' }, 1600)"`, {
    after: '<div style="height:3000px"></div>',
    says: /navigation-refused/,
  }),
  folded('a see-more that sends a form', '/p/more-sends', 'onclick="f.submit()"', {
    after: '<form id="f" method="post" action="/elsewhere"><input name="x" value="1"></form>',
    says: /navigation-refused/,
  }),
  folded('a see-more that goes back', '/p/more-back', 'onclick="history.back()"', { says: /xem thêm/ }),
  folded('a see-more that opens windows', '/p/more-windows', `onclick="for (let i = 0; i < 20; i++) window.open('/elsewhere')"`),
  folded('a see-more that begins a new document', '/p/more-writes', `onclick="document.open(); document.write('<p>khác</p>')"`, {
    is: LOST,
  }),
  folded('a see-more that takes the post away', '/p/more-takes', `onclick="document.querySelector('article').remove()"`, { is: LOST }),
  folded('a see-more that shows another post instead', '/p/more-swaps', 'onclick="document.querySelector(\'article\').remove()"', {
    after: '<article data-post="2"><a class="author">Người Khác</a><div class="text">Bài khác hẳn, của người khác</div></article>',
    is: LOST,
  }),
  folded('a see-more that works without end', '/p/more-spins', 'onclick="for (;;);"', { is: LOST }),
  folded(
    'a see-more that brings two more each time',
    '/p/more-grows',
    `onclick="for (let i = 0; i < 2; i++) { const c = this.cloneNode(true); this.after(c) }"`,
    { says: /no more was opened than by 30 clicks/ },
  ),
  folded('ten thousand see-mores', '/p/more-many', '', {
    after: script(
      `const t = document.querySelector('.text'); for (let i = 0; i < 10000; i++) { const c = b.cloneNode(true); c.id = ''; t.append(c) }`,
    ),
    or: LOST, // a slow machine prints no ten thousand buttons in time
    says: /no more was opened than by 30 clicks/,
  }),
  posted(
    'a box that scrolls for ever',
    '/p/box-scrolls',
    `<div id="h" style="height:400px;width:600px;overflow-y:auto"></div>${script(
      'const grow = () => { const p = document.createElement("p"); p.style.height = "900px"; p.textContent = "thêm"; h.append(p) }; grow(); grow(); h.onscroll = grow',
    )}`,
    { says: /was scrolled no (further|longer) than/ },
  ),
  posted(
    'a hundred boxes that scroll',
    '/p/boxes',
    '<div style="height:210px;width:210px;overflow-y:scroll"><div style="height:500px">hộp</div></div>'.repeat(100),
    { says: /no more than 3 boxes that scroll/ },
  ),
  posted(
    'a page that takes its post away when it is scrolled',
    '/p/scroll-takes',
    `<div style="height:5000px"></div>${script(`addEventListener('scroll', () => document.querySelector('article')?.remove())`)}`,
    { is: LOST },
  ),
  {
    ...posted('fields that hide what a form and a page can do', '/p/clobbered', ''),
    serve: {
      '/p/clobbered': article(
        'fields that hide what a form and a page can do <button>Xem thêm</button>',
        '<form><input name="parentElement"><input name="matches"><input name="closest"></form><img name="createTreeWalker"><img name="body"><div style="height:3000px"></div>',
      ),
    },
    or: LOST,
  },
];
