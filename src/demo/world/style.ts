export const STYLE_URL = '/song-lo.css';
const face = (set: string, range: string) =>
  [400, 700]
    .map(
      (w) =>
        `@font-face{font-family:"Be Vietnam Pro";font-weight:${w};font-display:swap;src:url(/f/${set}-${w}.woff2) format("woff2");unicode-range:${range}}`,
    )
    .join('');

export const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f766e"/><path d="M4 18q4-7 8 0t8 0 8 0" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/><path d="M4 24q4-6 8 0t8 0 8 0" fill="none" stroke="#8fd8cc" stroke-width="2.4" stroke-linecap="round"/></svg>';

export const STYLE = `${face('latin', 'U+0-FF,U+131,U+2000-206F,U+20AC,U+2122,U+2212')}${face('vietnamese', 'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+329,U+1EA0-1EF9,U+20AB')}
*{box-sizing:border-box}body{margin:0;background:#eef2f1;color:#16211f;font:16px/1.55 "Be Vietnam Pro",system-ui,sans-serif}
a{color:#0f766e;text-decoration:none}a:hover{text-decoration:underline}img,video{max-width:100%;display:block}
.top{position:sticky;top:0;z-index:2;background:#fff;border-bottom:1px solid #d9e2e0;display:flex;align-items:center;gap:28px;padding:10px max(16px,calc(50% - 490px))}
.brand{display:flex;gap:10px;align-items:center;font-weight:700;font-size:20px;color:#0f3f3a;white-space:nowrap}.top nav{display:flex;gap:20px;font-size:15px}
.cols{max-width:980px;margin:22px auto;padding:0 16px;display:grid;grid-template-columns:minmax(0,640px) 300px;gap:24px;align-items:start}
.card,article,main.notice{background:#fff;border:1px solid #dde5e3;border-radius:14px}
article{padding:16px 18px;margin-bottom:18px;overflow:hidden}
.by{display:grid;grid-template-columns:44px 1fr;gap:0 12px;align-items:center;margin-bottom:10px}
.face{grid-row:span 2;width:44px;height:44px;border-radius:50%;display:grid;place-items:center;font-weight:700;color:#fff}
.author{font-weight:700;color:#16211f}.handle,.by time,.by .edited,.small{color:#64736f;font-size:14px}.by time{color:inherit}
.text p{margin:0 0 10px;white-space:normal;overflow-wrap:anywhere}.tag{color:#0f766e}
figure{margin:10px -18px 0}figure img,figure video{width:100%;background:#101817}article h1{font-size:21px;line-height:1.3;margin:4px 0 10px}
.count{display:flex;gap:18px;margin-top:14px;padding-top:10px;border-top:1px solid #e8eeec;color:#55645f;font-size:14px}
.comments{list-style:none;margin:14px 0 0;padding:0;display:grid;gap:10px}.comments li{background:#f1f5f4;border-radius:12px;padding:9px 13px;font-size:15px}.comments b{margin-right:6px}
aside .card{padding:14px 16px;margin-bottom:16px;font-size:15px}aside h2{font-size:16px;margin:0 0 8px}aside ul{list-style:none;margin:0;padding:0}aside li{padding:6px 0}
main.notice{max-width:560px;margin:70px auto;padding:44px 34px;text-align:center}main.notice h1{font-size:22px;margin:14px 0 8px}main.notice svg{width:64px}
.button,button{display:inline-block;border:0;border-radius:9px;background:#0f766e;color:#fff;font:inherit;font-size:15px;font-weight:700;padding:8px 16px;cursor:pointer}.button:hover,button:hover{background:#115e57;text-decoration:none}
button.plain{background:#e5edeb;color:#16403b}button.warn{background:#fbe9e4;color:#93341d}.pager{display:flex;justify-content:space-between}
footer{max-width:980px;margin:30px auto;padding:0 16px 30px;color:#6b7975;font-size:14px}
.board{max-width:1080px;margin:24px auto;padding:0 16px}.board .card{padding:18px 20px;margin-bottom:20px}.board h2{margin:0;font-size:19px}
.board table{border-collapse:collapse;width:100%;margin:12px 0;font-size:15px}.board td,.board th{border-top:1px solid #e3eae8;padding:9px 8px;text-align:left;vertical-align:top}
.board td.do{white-space:nowrap}.board button{padding:5px 11px;font-size:14px}.board pre{white-space:pre-wrap;background:#f4f7f6;border-radius:9px;padding:12px;font:14px/1.5 inherit;margin:10px 0}
.state{border-radius:20px;padding:2px 10px;font-size:13px;font-weight:700;background:#e5edeb}.state.open{background:#fff0c9}.state.removed{background:#d7f0dc}.state.refused{background:#fbe0d9}
.board h2.part{font-size:16px;margin:26px 0 10px;color:#45544f}.board .many{max-height:440px;overflow:auto;border:1px solid #e3eae8;border-radius:9px}.board td.link{overflow-wrap:anywhere}.board input{font:inherit;font-size:15px;padding:6px 10px;border:1px solid #c8d4d1;border-radius:8px;width:min(420px,100%)}.board td input{width:auto}.row{display:flex;gap:8px;flex-wrap:wrap;align-items:center}
@media(max-width:820px){.cols{grid-template-columns:1fr}aside{display:none}.top{gap:14px}.top nav{gap:12px;font-size:14px}.board tr{display:grid;grid-template-columns:28px 1fr}.board th{display:none}.board td{border:0;padding:5px 4px;overflow-wrap:anywhere}.board td+td{grid-column:2}.board tr+tr{border-top:1px solid #e3eae8}.board td.do{white-space:normal}}`;
