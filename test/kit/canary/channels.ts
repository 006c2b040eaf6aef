import { article, script } from '../hostile/situation.js';

/** Ways from a page to an address; each asks for a path with its own name. */
const IN_ONE_PAGE: Record<string, (at: string) => string> = {
  img: (at) => `<img src="${at}">`,
  srcset: (at) => `<picture><source srcset="${at} 1x"><img src="/pixel.png"></picture>`,
  script: (at) => `<script src="${at}"></script>`,
  module: (at) => `<script type="module" src="${at}"></script>`,
  style: (at) => `<link rel="stylesheet" href="${at}">`,
  'style-import': (at) => `<style>@import "${at}";</style>`,
  background: (at) => `<div style="background:url(${at});width:9px;height:9px"></div>`,
  font: (at) => `<style>@font-face{font-family:z;src:url(${at})}</style><p style="font-family:z">chữ</p>`,
  icon: (at) => `<link rel="icon" href="${at}">`,
  preload: (at) => `<link rel="preload" as="script" href="${at}">`,
  prefetch: (at) => `<link rel="prefetch" href="${at}">`,
  modulepreload: (at) => `<link rel="modulepreload" href="${at}">`,
  preconnect: (at) => `<link rel="preconnect" href="${at}">`,
  speculation: (at) =>
    `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${at}"]}],"prefetch":[{"source":"list","urls":["${at}"]}]}</script>`,
  manifest: (at) => `<link rel="manifest" href="${at}">`,
  iframe: (at) => `<iframe src="${at}"></iframe>`,
  object: (at) => `<object data="${at}"></object>`,
  embed: (at) => `<embed src="${at}">`,
  video: (at) => `<video src="${at}" autoplay muted></video>`,
  poster: (at) => `<video poster="${at}"></video>`,
  audio: (at) => `<audio src="${at}" autoplay></audio>`,
  track: (at) => `<video src="/film.webm" preload="auto" crossorigin><track default kind="subtitles" src="${at}"></video>`,
  'svg-image': (at) => `<svg><image href="${at}" width="9" height="9"/></svg>`,
  'svg-use': (at) => `<svg><use href="${at}#x"/></svg>`,
  input: (at) => `<input type="image" src="${at}">`,
  ping: (at) => `<a id="ping" href="#x" ping="${at}">x</a>${script('ping.click()')}`,
  fetch: (at) => script(`fetch('${at}', { mode: 'no-cors' }).catch(() => 0)`),
  keepalive: (at) => script(`fetch('${at}', { mode: 'no-cors', method: 'POST', keepalive: true, body: 'x' }).catch(() => 0)`),
  xhr: (at) => script(`const x = new XMLHttpRequest(); x.open('GET', '${at}'); x.send()`),
  beacon: (at) => script(`navigator.sendBeacon('${at}', 'x')`),
  events: (at) => script(`new EventSource('${at}')`),
  websocket: (at) => script(`new WebSocket('${at.replace(/^http/, 'ws')}')`),
  transport: (at) => script(`try { new WebTransport('${at.replace(/^http:/, 'https:')}').ready.catch(() => 0) } catch {}`),
  worker: (at) => script(`new Worker(URL.createObjectURL(new Blob(["try { importScripts('${at}') } catch {}"])))`),
  'worker-fetch': (at) => script(`new Worker(URL.createObjectURL(new Blob(["fetch('${at}', { mode: 'no-cors' }).catch(() => 0)"])))`),
  'service-worker': (at) => script(`navigator.serviceWorker?.register('/sw-calls.js?${encodeURIComponent(at)}').catch(() => 0)`),
  'same-site-redirect': (at) => `<img src="/sent-on?${encodeURIComponent(at)}">`,
  'form-in-frame': (at) =>
    `<iframe name="f"></iframe><form id="post" method="post" action="${at}" target="f"></form>${script('post.submit()')}`,
  reporting: (at) => `<meta http-equiv="content-security-policy" content="report-uri ${at}"><img src="data:,x">`,
  webrtc: (at) => {
    const { hostname, port } = new URL(at);
    return script(
      `const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${hostname}:${port}' }, { urls: 'turn:${hostname}:${port}?transport=udp', username: 'a', credential: 'b' }, { urls: 'turn:${hostname}:${port}?transport=tcp', username: 'a', credential: 'b' }] }); call.createDataChannel('x'); call.createOffer().then((o) => call.setLocalDescription(o))`,
    );
  },
};
/** Ways that lead the page itself away: each needs a page of its own. */
const LEADING_AWAY: Record<string, (at: string) => string> = {
  location: (at) => script(`setTimeout(() => { location = '${at}' }, 300)`),
  'meta-refresh': (at) => `<meta http-equiv="refresh" content="0; url=${at}">`,
  form: (at) => `<form id="f" method="post" action="${at}"></form>${script('setTimeout(() => f.submit(), 300)')}`,
  popup: (at) =>
    script(
      `open('${at}'); const a = document.createElement('a'); a.href = '${at}'; a.target = '_blank'; document.body.append(a); a.click()`,
    ),
  download: (at) => `<a id="d" download href="${at}">x</a>${script('d.click()')}`,
};
/** Answers of the main document that send on. */
const ANSWERS: Record<string, [status: number, header: string]> = {
  'redirect-301': [301, 'location'],
  'redirect-303': [303, 'location'],
  'redirect-307': [307, 'location'],
  'refresh-header': [200, 'refresh'],
  'link-header': [200, 'link'],
};

/** Those whose try never leaves the browser as a request of its own name: they ask for a tunnel, or the browser itself refuses. */
export const WITHOUT_NAME = ['webrtc', 'transport', 'preconnect'];
/** What the browser is told not to do, or does only with an answer that never comes: nothing leaves it. */
export const BROWSER_ALONE = ['icon', 'speculation', 'manifest', 'svg-use', 'reporting'];
export const TOGETHER = Object.keys(IN_ONE_PAGE);
export const APART = [...Object.keys(LEADING_AWAY), ...Object.keys(ANSWERS)];

type Answer = { status: number; headers: Record<string, string>; body: string };
const page = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
/** What a path of the calling site answers; `inside` is where the canary listens. */
export function answerOf(path: string, inside: string): Answer | null {
  const at = (name: string) => `${inside}/${name}`;
  if (path === '/p/calls') return page(article('Gọi mọi đường', TOGETHER.map((name) => IN_ONE_PAGE[name](at(name))).join('\n')));
  const name = /^\/p\/call-([\w-]+)$/.exec(path)?.[1] ?? '';
  if (name in LEADING_AWAY) return page(article('Gọi ra', LEADING_AWAY[name](at(name))));
  if (name in ANSWERS) {
    const [status, header] = ANSWERS[name];
    const value = { location: at(name), refresh: `0; url=${at(name)}`, link: `<${at(name)}>; rel=preload; as=image` }[header]!;
    return { ...page(article('Gửi đi', '')), status, headers: { 'content-type': 'text/html; charset=utf-8', [header]: value } };
  }
  if (path.startsWith('/sent-on?')) return { status: 302, headers: { location: decodeURIComponent(path.slice(9)) }, body: '' };
  if (path.startsWith('/sw-calls.js'))
    return {
      status: 200,
      headers: { 'content-type': 'text/javascript' },
      body: `oninstall = (e) => e.waitUntil(fetch(decodeURIComponent(location.search.slice(1)), { mode: 'no-cors' }).catch(() => 0))`,
    };
  return null;
}
