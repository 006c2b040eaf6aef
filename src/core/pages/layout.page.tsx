import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { publicTexts, say, type Language } from './texts.js';

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#566173;--ground:#f6f7f9;--card:#fff;--line:#cfd6df;--accent:#0b5cab;--bad:#a61b1b}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf1;--soft:#a3aebd;--ground:#12161c;--card:#1a2028;--line:#3a4553;--accent:#7db5f0;--bad:#ff9b9b}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,"Be Vietnam Pro","Noto Sans",sans-serif}
header,main{max-width:38rem;margin:0 auto;padding:1rem}header{display:flex;justify-content:space-between;align-items:baseline}header b{font-size:1.125rem}
a{color:var(--accent)}h1{font-size:1.5rem;line-height:1.3;margin:.25rem 0 .75rem}main>section,form{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0}
label,legend{display:block;font-weight:600;margin:1.25rem 0 .25rem}form>label:first-of-type{margin-top:0}label small,legend small{display:block}small,.soft{color:var(--soft);font-weight:400}
input,textarea{width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:.375rem;padding:.6rem}textarea{min-height:6.5rem;resize:vertical}[aria-invalid=true]{border:2px solid var(--bad)}::file-selector-button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:.375rem;padding:.35rem .75rem;margin-right:.75rem;cursor:pointer}input[type=file]{padding:.4rem}
input:focus,textarea:focus,button:focus,a:focus{outline:3px solid var(--accent);outline-offset:2px}
button{font:inherit;font-weight:600;margin-top:1.25rem;min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.375rem;background:var(--accent);color:var(--card);cursor:pointer}
.pair{display:grid;gap:0 1rem;grid-template-columns:1fr 1fr;margin-top:.5rem}.pair label{font-weight:400;margin-top:.25rem}.fault{color:var(--bad);border-left:4px solid var(--bad);padding:.5rem .75rem;margin:1rem 0;font-weight:600}
.code{font:600 1.5rem/1.4 ui-monospace,monospace;letter-spacing:.04em;overflow-wrap:anywhere;user-select:all}ol{list-style:none;margin:1rem 0 0;padding:0}li{border-left:2px solid var(--line);padding:0 0 .9rem 1rem;position:relative}li:last-child{border-color:transparent;padding-bottom:0}li::before{content:'';position:absolute;left:-.45rem;top:.45rem;width:.75rem;height:.75rem;border-radius:50%;background:var(--accent)}fieldset{border:0;padding:0;margin:1.25rem 0 0;min-width:0}legend{padding:0}header a,.again a{display:inline-block;padding:.6rem 0}
h2{font-size:1.0625rem;line-height:1.4;margin:1.25rem 0 .25rem}section>h2:first-child{margin-top:0}main{overflow-wrap:anywhere}blockquote{margin:0;padding:.25rem 0 .25rem .9rem;border-left:3px solid var(--line);white-space:pre-line}.lines{white-space:pre-line}.verdict{color:var(--bad);border:1px solid;border-radius:.25rem;padding:.1rem .5rem}.plain{list-style:none;margin:0;padding:0}.plain li{border:0;padding:.4rem 0}.plain li::before{content:none}.titles a{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;text-decoration-thickness:1px}.titles small{display:block}
.broad header,.broad main{max-width:64rem}table{border-collapse:collapse;width:100%;font-size:.9375rem;overflow-wrap:normal}th,td{text-align:left;font-weight:400;padding:.4rem .6rem .4rem 0;border-top:1px solid var(--line);vertical-align:top}thead th{border-top:0;color:var(--soft);font-size:.875rem;vertical-align:bottom}.number{text-align:right;padding-right:0;padding-left:.6rem;white-space:nowrap;font-variant-numeric:tabular-nums}thead .number{white-space:normal}caption{text-align:left;padding:.25rem 0;font-weight:600}.wide{overflow-x:auto}.wide thead .number{min-width:5rem}.wide th:first-child{min-width:7rem}.wide:focus,pre:focus{outline:3px solid var(--accent);outline-offset:2px}
.choose{display:grid;gap:.75rem 1rem;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));align-items:end}.choose label,.choose button{margin-top:0}select{width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:.375rem;padding:.6rem;min-height:2.75rem}select:focus{outline:3px solid var(--accent);outline-offset:2px}.state,.verdict{display:inline-block}.state{border:1px solid var(--line);border-radius:.25rem;padding:.1rem .5rem;font-weight:600}.acts li+li{border-top:1px solid var(--line)}
pre{background:var(--ground);border:1px solid var(--line);border-radius:.375rem;padding:.6rem;margin:.5rem 0;white-space:pre-wrap;user-select:all}dl{margin:0}dl>div{padding:.4rem 0;border-top:1px solid var(--line)}dl>div:first-child{border-top:0}dt,dd{margin:0}code{font:.9375em ui-monospace,monospace}
@media(max-width:40rem){.wide table,.wide tbody,.wide tr,.wide th,.wide td,.wide caption{display:block}.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.wide tr{padding:.5rem 0;border-top:1px solid var(--line)}.wide th,.wide td{border:0;padding:.15rem 0}.wide tbody th{font-weight:600}.wide td{display:flex;justify-content:space-between;gap:1rem}.wide td::before{content:attr(data-of);color:var(--soft);white-space:normal;text-align:left}}
@media(max-width:24rem){.pair{grid-template-columns:1fr}}@media print{header a,form,.again{display:none}body{background:#fff}}`;

/** A public page: whole without scripts, on a phone, in light and dark, on paper. */
export function publicPage(page: {
  title: string;
  heading?: string;
  language: Language;
  path: string;
  /** holds tables of many columns */
  broad?: boolean;
  head?: ReactNode;
  body: ReactNode;
}): string {
  const other: Language = page.language === 'vi' ? 'en' : 'vi';
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={page.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} · ${say(publicTexts.office, page.language)}`}</title>
        <link rel="icon" href="data:," />
        {page.head}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body className={page.broad ? 'broad' : undefined}>
        <header>
          <b>{say(publicTexts.office, page.language)}</b>
          <a href={`${page.path}?lang=${other}`} lang={other}>
            {say(publicTexts.other_language, page.language)}
          </a>
        </header>
        <main>
          <h1>{page.heading ?? page.title}</h1>
          {page.body}
        </main>
      </body>
    </html>,
  )}`;
}
