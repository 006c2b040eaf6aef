import { article, posted, script, type Situation } from './situation.js';

const restless = { or: ['partial', 'present'] as Situation['is'] };
const MARKED = 'Uống n\u200bước muối \u202eíôum\u202c chữa khỏi b\u0065\u0323\u0302nh \ufeff'; // zero width, right to left, decomposed
/** What scripts of a page do. */
export const OF_SCRIPTS: Situation[] = [
  posted('a page that loads itself again and again', '/p/reloads', script('setTimeout(() => location.reload(), 300)'), {
    or: ['partial', 'present'],
  }),
  posted('a page that sends to itself by a tag', '/p/refreshes', '<meta http-equiv="refresh" content="1">', restless),
  posted(
    'a storm of histories',
    '/p/histories',
    script('for (let i = 0; i < 5000; i++) try { history.pushState(i, "", "/p/histories?" + i) } catch {}'),
    restless, // as fast as the machine is
  ),
  posted(
    'memory without end',
    '/p/memory',
    script('const all = []; setInterval(() => { for (let i = 0; i < 20; i++) all.push(new Float64Array(1e6).fill(Math.random())) }, 20)'),
    restless,
  ),
  posted(
    'eight workers that never rest',
    '/p/workers',
    script('for (let i = 0; i < 8; i++) new Worker(URL.createObjectURL(new Blob(["for(;;);"])))'),
  ),
  posted(
    'workers that make workers',
    '/p/worker-storm',
    script(
      'const source = "const b = new Blob([self.name]); for (let i = 0; i < 2; i++) new Worker(URL.createObjectURL(b), { name: self.name })"; new Worker(URL.createObjectURL(new Blob([source])), { name: source })',
    ),
    restless,
  ),
  posted(
    'a page that writes without end',
    '/p/writes',
    script('setInterval(() => { const p = document.createElement("p"); p.textContent = Math.random(); document.body.append(p) }, 5)'),
    { is: ['complete', 'present'], or: ['partial', 'present'], says: /"quiet":false/ },
  ),
  posted(
    'a list that grows as it is scrolled',
    '/p/scrolls',
    script(
      'const grow = () => { const d = document.createElement("div"); d.style.height = "4000px"; d.textContent = "thêm"; document.body.append(d) }; grow(); addEventListener("scroll", grow)',
    ),
    { is: ['complete', 'present'], says: /was scrolled no (further|longer) than/ },
  ),
  posted('a page a million pixels long', '/p/long', '<div style="height:1000000px"></div><p>đáy</p>', {
    is: ['complete', 'present'],
    says: /no picture below 30000 pixels/,
  }),
  posted('ten megabytes of text', '/p/much-text', script('document.body.append("chữ ".repeat(2500000))'), {
    is: ['partial', 'present'],
    says: /no text beyond 1000000 characters/,
  }),
  posted(
    'ten thousand levels',
    '/p/levels',
    script(
      'let at = document.body; for (let i = 0; i < 10000; i++) { const b = document.createElement("b"); at.append(b); at = b } at.textContent = "đáy"',
    ),
    { is: ['partial', 'present'] },
  ),
  posted(
    'windows and dialogs',
    '/p/windows',
    script(
      'for (let i = 0; i < 200; i++) open("/p/plain", "w" + i); for (let i = 0; i < 10; i++) { alert(i); confirm(i); prompt(i) } print()',
    ),
    restless,
  ),
  posted(
    'a hundred downloads',
    '/p/downloads',
    script(
      'for (let i = 0; i < 100; i++) { const a = document.createElement("a"); a.href = URL.createObjectURL(new Blob(["x"])); a.download = "../../../tmp/lachan-was-here-" + i; document.body.append(a); a.click() }',
    ),
    { says: /download-refused/ },
  ),
  posted(
    'leave asked for everything',
    '/p/permissions',
    script(
      'navigator.geolocation.getCurrentPosition(() => 0); Notification.requestPermission(); navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => 0); document.documentElement.requestFullscreen?.().catch(() => 0); document.body.requestPointerLock?.(); navigator.clipboard?.readText().catch(() => 0); showOpenFilePicker?.().catch(() => 0)',
    ),
  ),
  posted('a service that answers for the site', '/p/service', script('navigator.serviceWorker.register("/sw.js")'), {
    serve: {
      '/sw.js': (_, r) => void r.setHeader('content-type', 'text/javascript').end('onfetch = (e) => e.respondWith(new Response("giả"))'),
    },
  }),
  posted(
    'events without end',
    '/p/events',
    script('const e = new EventSource("/events"); e.onmessage = (m) => { document.title = m.data }'),
    {
      serve: {
        '/events': (_, r) => {
          r.writeHead(200, { 'content-type': 'text/event-stream' });
          const timer = setInterval(() => r.write(`data: ${Date.now()}\n\n`), 300);
          r.once('close', () => clearInterval(timer));
        },
      },
      is: ['partial', 'present'],
      says: /events: it was still coming/,
    },
  ),
  posted(
    'five thousand pictures',
    '/p/pictures',
    script('for (let i = 0; i < 5000; i++) document.body.append(Object.assign(new Image(), { src: "/pixel.png?" + i }))'),
    { is: ['partial', 'present'], says: /more than 2000 requests|still coming when the capture ended/ },
  ),
  posted('frames in frames', '/p/frames', '<iframe src="/frame?1"></iframe>', {
    serve: {
      '/frame': `khung${script('const n = +location.search.slice(1); if (n < 60) { const f = document.createElement("iframe"); f.src = "/frame?" + (n + 1); document.body.append(f) }')}`,
    },
  }),
  posted('frames that never rest', '/p/frame-spins', '<iframe src="/spin"></iframe><iframe sandbox="allow-scripts" src="/spin"></iframe>', {
    serve: { '/spin': `quay${script('setTimeout(() => { for (;;); }, 100)')}` },
    is: ['partial', 'present'],
  }),
  posted(
    'pictures drawn of pictures of pictures',
    '/p/billion',
    `<svg width="10" height="10"><defs><g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: 14 }, (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(3)}</g>`).join('')}</defs><use href="#a14"/></svg>`,
    { or: ['partial', 'present'] }, // a slow machine never gets it laid out
  ),
  posted(
    'a post in a closed shadow',
    '/p/shadow',
    `<div id="h"></div>${script('h.attachShadow({ mode: "closed" }).innerHTML = "<p>bóng kín</p>"')}`,
  ),
  posted(
    'script in every field',
    '/p/scripted',
    '<img src="/pixel.png" alt="&lt;script&gt;alert(1)&lt;/script&gt;" title="\'&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;">',
    { text: 'script in every field' },
  ),
  posted('text with marks that nobody sees', '/p/marks', '', { serve: { '/p/marks': article(MARKED) }, text: MARKED.trim() }),
  posted(
    'names that lead out of their folder',
    '/p/names',
    '<img src="/..%2f..%2f..%2ftmp%2flachan-was-here.png"><img src="/%00.png"><img src="/CON.png?name=/etc/passwd">',
    { is: ['complete', 'present'] },
  ),
  posted('an address of a hundred thousand letters', '/p/long-address', `<img src="/pixel.png?${'x'.repeat(100_000)}">`),
  posted(
    'a page that goes to an address of its own making',
    '/p/blob',
    script('setTimeout(() => { location = URL.createObjectURL(new Blob(["<h1>khác</h1>"], { type: "text/html" })) }, 100)'),
    { is: ['partial', 'present'] },
  ),
  posted(
    'a page that leaves when it is closed',
    '/p/unload',
    script('onbeforeunload = () => "x"; onunload = onpagehide = () => { for (const end = Date.now() + 30000; Date.now() < end;); }'),
  ),
];
