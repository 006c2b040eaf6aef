import { dayText } from '../../core/pages/dates.js';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import { claimReview, scriptSafe } from '../claim-review.js';
import { worded } from '../correction.js';
import type { PublicCorrection } from '../public-corrections.view.js';
import { publicationTable } from '../publication-table.js';

export interface Setting {
  language: Language;
  timeZone: string;
  publicUrl: string;
}
export const PATH = '/dinh-chinh';
const isoDay = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** One correction as the public reads it: what was said, what is true, who says so. One that was withdrawn says that and why. */
export function correctionPage(correction: PublicCorrection, { language, timeZone, publicUrl }: Setting): string {
  const { id, content, publishedAt, changedAt, withdrawn } = correction;
  const t = (name: string, values: Record<string, string> = {}) => say(publicTexts.correction[name], language, values);
  const text = worded(content, language);
  const day = (at: Date) => dayText(at, language, timeZone);
  const url = new URL(`${PATH}/${id}`, publicUrl).href;
  const { rating } = publicationTable;
  const review = {
    content,
    language,
    url,
    home: publicUrl,
    office: say(publicTexts.office, language),
    published: isoDay(publishedAt, timeZone),
    changed: isoDay(changedAt, timeZone),
    rating: { ...rating, name: say(rating.name, text.language) },
  };
  return publicPage({
    title: withdrawn ? t('withdrawn_title', { title: text.title }) : text.title,
    language,
    path: `${PATH}/${id}`,
    head: (
      <>
        <link rel="canonical" href={url} />
        {withdrawn ? (
          <meta name="robots" content="noindex" />
        ) : (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafe(claimReview(review)) }} />
        )}
      </>
    ),
    body: (
      <>
        {withdrawn ? (
          <section className="fault">
            <p>{t('withdrawn', { day: day(withdrawn.at) })}</p>
            <p lang="vi">{withdrawn.reason}</p>
          </section>
        ) : (
          <>
            <p className="soft">
              {t('published', { day: day(publishedAt) })}
              {isoDay(changedAt, timeZone) !== isoDay(publishedAt, timeZone) && ` · ${t('changed', { day: day(changedAt) })}`}
            </p>
            {text.language !== language && <p className="soft">{t('only_vietnamese')}</p>}
            <section>
              <h2>{t('said')}</h2>
              <blockquote lang={text.language}>{text.said}</blockquote>
              <p>
                <strong className="verdict">{say(rating.name, language)}</strong>
              </p>
              <h2>{t('truth')}</h2>
              <p className="lines" lang={text.language}>
                {text.truth}
              </p>
              <h2>{t('sources')}</h2>
              <ul className="plain">
                {content.sources.map((source, i) => (
                  <li key={i}>
                    <a href={source.url} rel="nofollow noopener noreferrer">
                      {source.title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
        <p className="again">
          <a href={PATH}>{t('all')}</a>
        </p>
      </>
    ),
  });
}
