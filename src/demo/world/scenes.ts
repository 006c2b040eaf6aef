import type { Scene } from './world-table.js';

const W = 960;
const H = 600;
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const waves = (y: number, fill: string) =>
  path(`M0 ${y} ${Array.from({ length: 12 }, () => 'q20 -16 40 0 t40 0').join(' ')} V${H} H0 Z`, fill);
const house = (x: number, y: number, wall: string, roof: string) =>
  rect(x, y, 150, 160, wall) +
  path(`M${x - 18} ${y} L${x + 75} ${y - 80} L${x + 168} ${y} Z`, roof) +
  rect(x + 20, y + 40, 40, 44, '#e7f1f5') +
  rect(x + 92, y + 60, 40, 100, '#6b4a35');
const sky = (top: string, bottom: string) =>
  `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${rect(0, 0, W, H, 'url(#s)')}`;
const rain = () =>
  Array.from(
    { length: 70 },
    (_, i) => `<path d="M${(i * 137) % W} ${(i * 89) % 400} l-8 26" stroke="#cfe0ea" stroke-width="2" opacity=".6"/>`,
  ).join('');
const hills = (fill: string) => path('M0 400 Q160 230 330 370 T640 340 T960 390 V600 H0 Z', fill);
const person = (x: number, y: number, shirt: string) =>
  circle(x, y, 20, '#e3b58f') + path(`M${x - 26} ${y + 90} q0 -66 26 -66 t26 66 Z`, shirt);

const SCENES: Record<Scene, () => string> = {
  flood: () =>
    sky('#5f7485', '#a9bac4') +
    rain() +
    house(120, 250, '#e2c79a', '#a14b3a') +
    house(420, 230, '#c9d4c0', '#7a5a4a') +
    house(700, 260, '#e6d8c8', '#3f6a7a') +
    waves(380, '#8a7355') +
    waves(440, '#7b664b') +
    path('M330 470 h170 l-34 46 h-104 Z', '#3b5a40') +
    person(400, 400, '#d8543f'),
  dam: () =>
    sky('#8fb3cf', '#dfe9ee') +
    hills('#6f8f5f') +
    path('M180 230 H780 L840 560 H120 Z', '#b9bcb8') +
    [280, 420, 560, 700].map((x) => rect(x - 30, 290, 44, 120, '#8d918d') + path(`M${x - 30} 410 h44 l20 150 h-84 Z`, '#e9f4f8')).join('') +
    waves(550, '#5f92ad'),
  tap: () =>
    sky('#e8f0ee', '#cfdedb') +
    rect(0, 470, W, 130, '#a9b8b4') +
    path('M250 150 h250 a60 60 0 0 1 60 60 v60 h-70 v-40 a20 20 0 0 0 -20 -20 h-220 Z', '#8e979b') +
    rect(340, 100, 40, 60, '#6d767a') +
    rect(300, 84, 120, 22, '#b1483c', 'rx="11"') +
    path('M505 276 h40 v120 h-40 Z', '#a88f4e', 'opacity=".8"') +
    path('M440 390 h170 l-16 130 h-138 Z', '#f6fafb', 'stroke="#90a4a8" stroke-width="4"') +
    path('M446 432 h158 l-12 84 h-134 Z', '#b79a55', 'opacity=".75"'),
  pole: () =>
    sky('#1d2740', '#4d5573') +
    circle(780, 110, 46, '#f2ecc8') +
    [80, 240, 520, 690].map((x, i) => rect(x, 330 - i * 20, 130, 270, '#141a2b')).join('') +
    rect(440, 120, 18, 480, '#2f2a28') +
    rect(360, 160, 180, 14, '#2f2a28') +
    rect(380, 210, 140, 12, '#2f2a28') +
    ['M0 120 Q220 230 370 165', 'M530 165 Q760 250 960 130', 'M0 190 Q220 280 390 214', 'M510 214 Q760 300 960 200']
      .map((d) => path(d, 'none', 'stroke="#0d1120" stroke-width="4"'))
      .join(''),
  market: () =>
    sky('#f3e3c8', '#f9f3e6') +
    rect(0, 440, W, 160, '#b9a184') +
    ['#c9503d', '#2f7f74', '#d69a2d']
      .map(
        (c, i) =>
          path(`M${60 + i * 300} 200 h260 l24 70 h-308 Z`, c) +
          rect(70 + i * 300, 270, 12, 240, '#7b5b40') +
          rect(298 + i * 300, 270, 12, 240, '#7b5b40') +
          rect(60 + i * 300, 400, 260, 60, '#94704f') +
          Array.from({ length: 6 }, (_, j) => circle(88 + i * 300 + j * 40, 392, 19, ['#7fae3d', '#e0782f', '#efe7cf'][(i + j) % 3])).join(
            '',
          ),
      )
      .join('') +
    person(240, 420, '#51628a') +
    person(560, 430, '#8a5176'),
  school: () =>
    sky('#a9d0e8', '#eaf4f8') +
    rect(0, 480, W, 120, '#9db18a') +
    rect(130, 200, 700, 290, '#f0d68f') +
    rect(110, 170, 740, 40, '#b2513e') +
    [180, 300, 590, 710]
      .map(
        (x) =>
          rect(x, 250, 80, 80, '#8fb8cf', 'stroke="#fff" stroke-width="6"') +
          rect(x, 370, 80, 80, '#8fb8cf', 'stroke="#fff" stroke-width="6"'),
      )
      .join('') +
    rect(430, 330, 100, 160, '#7d5b46') +
    person(260, 470, '#e8eef4') +
    person(330, 476, '#e8eef4') +
    person(640, 470, '#e8eef4'),
  bank: () =>
    sky('#d8dde6', '#f1f3f6') +
    rect(0, 490, W, 110, '#a3a6ad') +
    path('M180 230 L480 110 L780 230 Z', '#cbb88a') +
    rect(200, 230, 560, 30, '#b7a473') +
    [240, 350, 460, 570, 680].map((x) => rect(x, 260, 42, 210, '#eee6cf')).join('') +
    rect(190, 465, 580, 28, '#b7a473') +
    [150, 215, 290, 360, 440, 520, 600, 690, 770]
      .map((x, i) => person(x, 470 + (i % 2) * 14, ['#566b91', '#915656', '#58805f'][i % 3]))
      .join(''),
  clinic: () =>
    sky('#e4f1f3', '#f8fbfb') +
    rect(0, 470, W, 130, '#c7d6d4') +
    rect(250, 140, 460, 340, '#ffffff', 'stroke="#b9c9c8" stroke-width="4"') +
    rect(450, 180, 60, 150, '#2a9d8f') +
    rect(405, 225, 150, 60, '#2a9d8f') +
    rect(430, 370, 100, 110, '#a8c6cc') +
    path('M70 420 h150 v70 h-150 Z', '#fdfdfd', 'stroke="#9fb0b0" stroke-width="4"') +
    circle(100, 495, 20, '#3b4346') +
    circle(190, 495, 20, '#3b4346') +
    rect(130, 434, 14, 40, '#d8543f') +
    rect(117, 447, 40, 14, '#d8543f'),
  bridge: () =>
    sky('#9fb9c9', '#e5ecef') +
    hills('#7f9a83') +
    waves(470, '#6f97a8') +
    rect(0, 380, W, 34, '#8b8f92') +
    [160, 400, 640, 860].map((x) => rect(x, 410, 46, 190, '#7a7e81')).join('') +
    path('M470 378 l14 16 -10 10 16 14', 'none', 'stroke="#2b2d2e" stroke-width="5"') +
    Array.from({ length: 24 }, (_, i) => rect(i * 42, 350, 5, 32, '#c3c6c8')).join('') +
    rect(240, 340, 90, 40, '#c9503d', 'rx="8"') +
    circle(262, 382, 12, '#222') +
    circle(310, 382, 12, '#222'),
  paper: () =>
    rect(0, 0, W, H, '#6f5b4b') +
    `<g transform="rotate(-3 480 300)">${rect(250, 30, 460, 560, '#fbfaf5')}${rect(300, 70, 150, 10, '#555')}${rect(500, 70, 160, 10, '#555')}${rect(340, 130, 280, 16, '#333')}${Array.from({ length: 14 }, (_, i) => rect(300, 180 + i * 22, 300 + ((i * 53) % 60), 8, '#9a9a96')).join('')}${circle(590, 520, 46, 'none', 'stroke="#c0392b" stroke-width="6" opacity=".8"')}${circle(590, 520, 32, 'none', 'stroke="#c0392b" stroke-width="3" opacity=".8"')}</g>`,
  lemon: () =>
    sky('#fff3d6', '#fdf9ee') +
    rect(0, 440, W, 160, '#d3a877') +
    path('M400 250 h160 l-16 220 h-128 Z', '#f7fbf3', 'stroke="#b9c7ad" stroke-width="4"') +
    path('M406 320 h148 l-11 146 h-126 Z', '#f3e27d', 'opacity=".85"') +
    circle(250, 420, 64, '#f0cf3a') +
    circle(250, 420, 50, '#fbf1b0') +
    [0, 60, 120].map((a) => `<path d="M200 420 h100" stroke="#f0cf3a" stroke-width="5" transform="rotate(${a} 250 420)"/>`).join('') +
    path('M660 380 h120 v90 h-120 Z', '#fff', 'stroke="#c9c3b8" stroke-width="4"') +
    circle(720, 380, 52, '#fdfdfb'),
  river: () =>
    sky('#f6c48e', '#fbe9cf') +
    circle(700, 200, 60, '#f2843f') +
    hills('#6a7f6d') +
    waves(430, '#7fa3a5') +
    waves(490, '#6b9195') +
    path('M200 470 q90 50 190 0 l-24 44 h-144 Z', '#5b4030') +
    person(290, 400, '#3f5f80'),
};

/** One picture of the world as SVG: shapes only, so that it needs no fonts. */
export const sceneSvg = (scene: Scene): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${SCENES[scene]()}</svg>`;
