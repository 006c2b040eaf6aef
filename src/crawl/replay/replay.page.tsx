import { renderToStaticMarkup } from 'react-dom/server';
import { momentText } from '../../core/pages/dates.js';
import { publicTexts, say, type Language } from '../../core/pages/texts.js';

const STYLE = `:root{color-scheme:light dark;--ink:#1d2430;--soft:#566173;--ground:#f6f7f9;--line:#cfd6df;--mark:#0b5cab}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf1;--soft:#a3aebd;--ground:#12161c;--line:#3a4553;--mark:#7db5f0}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Be Vietnam Pro","Noto Sans",sans-serif}
header{padding:.6rem 1rem;border-bottom:3px solid var(--mark)}h1{font-size:1.0625rem;margin:0}p{margin:.15rem 0 0;font-size:.9375rem}.soft{color:var(--soft)}.address{overflow-wrap:anywhere}iframe{flex:1;width:100%;min-height:70vh;border:0;background:#fff}`;

interface Shown {
  language: Language;
  timeZone: string;
  /** null: it is not open, or no longer */
  replay: { url: string; session: string | null; capturedAt: Date; endsAt: Date; page: string } | null;
}

/** What stands around a replay: that it is one, of what, and when. It has no script either. */
export function replayPage({ language, timeZone, replay }: Shown): string {
  const t = (name: string, values = {}) => say(publicTexts.replay[name], language, values);
  const at = (moment: Date) => momentText(moment, language, timeZone);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('title')}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{t('title')}</h1>
          {replay ? (
            <>
              <p>{t('says')}</p>
              {replay.session && (
                <p>
                  <b>{t('signed-in', { name: replay.session })}</b>
                </p>
              )}
              <p className="address">{replay.url}</p>
              <p className="soft">
                {t('captured', { at: at(replay.capturedAt) })} · {t('until', { at: at(replay.endsAt) })}
              </p>
            </>
          ) : (
            <p role="alert">{t('ended')}</p>
          )}
        </header>
        {replay && <iframe sandbox="" src={replay.page} title={t('frame')} />}
      </body>
    </html>,
  )}`;
}
