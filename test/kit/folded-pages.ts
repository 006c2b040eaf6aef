import type { Pages } from './site.js';

const html = (title: string, body: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const post = (text: string, after = '') =>
  html('Chuyện ở bến sông', `<main><article><p class="byline">Lê Thị Thử</p><div>${text}</div></article>${after}</main>`);
/** Each shows its own hidden words, and takes its button away. */
const opens = (tag: string, attributes: string, says: string, hidden: string) =>
  `<${tag} ${attributes} onclick="this.outerHTML = '<b>${hidden}</b>'; return false">${says}</${tag}>`;
const tells = (path: string) => `onclick="fetch('${path}')"`;

/** What stands behind “see more” of every kind, in the order of the page. */
export const HIDDEN = [
  'Phần sau nút bấm',
  'Phần sau đường dẫn tới chính trang',
  'Phần sau chữ bấm được',
  'Phần sau nút chỉ có nhãn',
  'Phần sau nút trong bóng',
  'Phần trong mục gấp lại',
  'Lời đáp thứ nhất',
  'Lời đáp đến chậm thứ hai',
];
const opened = post(
  [
    'Nước sông dâng cao từ sáng sớm.',
    opens('button', 'type="button"', '… Xem thêm ▾', HIDDEN[0]),
    opens('a', 'href="#"', 'ĐỌC TIẾP »', HIDDEN[1]),
    opens('span', 'style="cursor:pointer"', 'See more', HIDDEN[2]),
    opens('button', 'aria-label="Read more"', '…more', HIDDEN[3]),
    '<see-more></see-more>',
    `<details><summary>Danh sách</summary>${HIDDEN[5]}</details>`,
    `<a href="/khac">Xem thêm</a><a href="">Xem thêm</a><form action="/gui"><button>Xem thêm</button></form>`,
    `<button ${tells('/chia-se')}>Chia sẻ</button><button ${tells('/theo-doi')} aria-label="Xem thêm">Theo dõi</button>`,
  ].join('\n'),
  `<div id="c"></div><button id="b">Xem thêm 2 bình luận</button>
  <script>let n = 0; b.onclick = () => setTimeout(() => { c.insertAdjacentHTML('beforeend', '<p>' + ['${HIDDEN[6]}', '${HIDDEN[7]}'][n++] + '</p>'); if (n === 2) b.remove() }, 700);
  customElements.define('see-more', class extends HTMLElement { constructor() { super(); const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<button>Xem thêm</button>'; root.firstChild.onclick = () => { root.innerHTML = '${HIDDEN[4]}' } } })</script>
  <nav><button ${tells('/danh-muc')}>Xem thêm</button></nav>
  <div style="position:fixed;bottom:0"><button ${tells('/quang-cao')}>Xem thêm</button></div>`,
);
/** What a click on what must be left alone would ask for. */
export const LEFT_ALONE = ['/khac', '/gui', '/chia-se', '/theo-doi', '/danh-muc', '/quang-cao'];

const COMMENTS = 30;
const comments = post(
  'Bài có nhiều lời bàn.',
  `<div id="c" style="padding-bottom:900px"></div><script>
  let n = 0, busy = false;
  const more = async () => { if (busy || n >= ${COMMENTS}) return; busy = true; const list = await (await fetch('/loi-ban?' + n)).json();
    for (const says of list) { const p = document.createElement('p'); p.style.height = '150px'; p.textContent = says; c.append(p) } n += list.length; busy = false };
  addEventListener('scroll', () => { if (innerHeight + scrollY > document.body.scrollHeight - 300) more() })</script>`,
);
const ROWS = 100;
const virtual = html(
  'Kho hàng',
  `<div id="v" style="position:relative;height:${ROWS * 180}px"></div><script>
  const draw = () => { const first = Math.floor(scrollY / 180); v.innerHTML = ''; for (let i = Math.max(0, first - 1); i < Math.min(${ROWS}, first + 7); i++) v.insertAdjacentHTML('beforeend', '<p style="position:absolute;top:' + i * 180 + 'px">Món hàng số ' + (i + 1) + ' trong kho chợ nổi</p>') };
  draw(); addEventListener('scroll', draw)</script>`,
);
const box = html(
  'Khung chat',
  `<style>html,body{height:100%;margin:0;overflow:hidden}p{height:90px}</style><div id="h" style="height:100vh;overflow-y:auto"></div><script>
  let n = 0; const more = () => { for (let i = 0; i < 12 && n < 60; i++) { const p = document.createElement('p'); p.textContent = 'Tin nhắn số ' + ++n + ' của nhóm'; h.append(p) } };
  more(); h.addEventListener('scroll', () => { if (h.scrollTop + h.clientHeight > h.scrollHeight - 200) more() })</script>`,
);
export const rows = Array.from({ length: ROWS }, (_, i) => `Món hàng số ${i + 1} trong kho chợ nổi`);
export const messages = Array.from({ length: 60 }, (_, i) => `Tin nhắn số ${i + 1} của nhóm`);
export const said = Array.from({ length: COMMENTS }, (_, i) => `Lời bàn số ${i + 1} dưới bài`);

/** Pages that show a part of themselves to whoever waits, scrolls and opens; in the shape of no known platform. */
export const foldedPages: Pages = {
  '/xem-them': (_, r) => r.end(opened),
  '/loi-ban-cuon': (_, r) => r.end(comments),
  '/loi-ban': (q, r) => {
    const from = Number((q.url ?? '').split('?')[1]);
    setTimeout(() => r.setHeader('content-type', 'application/json').end(JSON.stringify(said.slice(from, from + 6))), 400);
  },
  '/kho-hang': (_, r) => r.end(virtual),
  '/khung-chat': (_, r) => r.end(box),
  '/go-roi': (_, r) => r.end(html('Không còn', `<p>Bài viết không tồn tại</p><button ${tells('/goi-y')}>Xem thêm</button>`)),
};
