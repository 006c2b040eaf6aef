import { momentOfWeekText } from '../../core/pages/dates.js';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import { watchTable } from '../../enforcement/index.js';
import { siteOf, type Reported } from '../receipt.js';
import type { Receipt } from '../receipt.view.js';

interface Shown {
  language: Language;
  timeZone: string;
  receipt?: Receipt;
  typed?: string;
  fault?: string;
}

/** A receipt with its story, or the box to type a code into. */
export function receiptPage({ language, timeZone, receipt, typed, fault }: Shown): string {
  const t = (name: string) => say(publicTexts.receipt[name], language);
  return publicPage({
    title: t('title'),
    language,
    path: receipt ? `/receipt/${receipt.code}` : '/receipt',
    body: (
      <>
        {fault && (
          <p className="fault" role="alert">
            {say(publicTexts.faults[fault] ?? publicTexts.faults.invalid, language)}
          </p>
        )}
        {receipt ? (
          <section>
            <div className="soft">{t('code')}</div>
            <div className="code">{receipt.code}</div>
            <p className="soft">{t('keep')}</p>
            <h2>{t('reported')}</h2>
            <div>
              {whatOf(receipt.reported, language)} ·{' '}
              <time dateTime={receipt.receivedAt.toISOString()}>{momentOfWeekText(receipt.receivedAt, language, timeZone)}</time>
            </div>
            <small>{t('untold')}</small>
            <h2>{t('story')}</h2>
            <ol>
              {receipt.lines.map(({ at, line, path }) => (
                <li key={line}>
                  {say(publicTexts.lines[line], language)} {path && <a href={path}>{say(publicTexts.correction.read, language)}</a>}
                  <br />
                  <small>
                    <time dateTime={at.toISOString()}>{momentOfWeekText(at, language, timeZone)}</time>
                  </small>
                </li>
              ))}
            </ol>
            <h2>{t('next')}</h2>
            <div>{say(publicTexts.next[receipt.state], language, { hours: watchTable.hours_apart })}</div>
          </section>
        ) : (
          <form method="post" action="/receipt">
            <label htmlFor="code">{t('ask')}</label>
            <input
              id="code"
              name="code"
              defaultValue={typed}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={64}
              placeholder="XXXX-XXXX-XXXX-XXXX"
            />
            <button type="submit">{t('look')}</button>
          </form>
        )}
        <p className="again">
          <a href="/">{t('another')}</a>
        </p>
      </>
    ),
  });
}

function whatOf({ kind, url, words }: Reported, language: Language): string {
  const texts = publicTexts.reported;
  const site = siteOf(url);
  if (kind === 'link' && site) return say(texts.link, language, { site });
  if (kind === 'text' && words) return say(texts.text, language, { words });
  return say(texts[`some_${kind}`], language);
}
