import { dayText } from '../../core/pages/dates.js';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say } from '../../core/pages/texts.js';
import { worded } from '../correction.js';
import type { PublicCorrection } from '../public-corrections.view.js';
import { PATH, type Setting } from './correction.page.js';

/** What was corrected in public, newest first, a page at a time. */
export function correctionsPage(
  { items, more, after }: { items: PublicCorrection[]; more: boolean; after?: string },
  { language, timeZone }: Setting,
): string {
  const t = (name: string) => say(publicTexts.correction[name], language);
  return publicPage({
    title: t('list'),
    language,
    path: PATH,
    head: <link rel="alternate" type="application/atom+xml" title={t('list')} href={`${PATH}/feed.xml?lang=${language}`} />,
    body: (
      <>
        <p>{t('intro')}</p>
        {items.length === 0 ? (
          <section>
            <p>{t('none')}</p>
          </section>
        ) : (
          <section>
            <ul className="plain titles">
              {items.map(({ id, content, publishedAt, withdrawn }) => {
                const text = worded(content, language);
                return (
                  <li key={id}>
                    <a href={`${PATH}/${id}`} lang={text.language}>
                      {text.title}
                    </a>
                    <small>
                      <time dateTime={publishedAt.toISOString()}>{dayText(publishedAt, language, timeZone)}</time>
                      {withdrawn && ` · ${t('withdrawn_mark')}`}
                    </small>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        <p className="again">
          {after && (
            <>
              <a href={PATH}>{t('newest')}</a>{' '}
            </>
          )}
          {more && (
            <a rel="next" href={`${PATH}?after=${items[items.length - 1].id}`}>
              {t('older')}
            </a>
          )}
        </p>
        <p className="again">
          <a href={`${PATH}/feed.xml?lang=${language}`}>{t('feed')}</a>
          <br />
          <a href="/">{t('report')}</a>
        </p>
      </>
    ),
  });
}
