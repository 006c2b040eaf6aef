import { glossary } from '../../core/glossary/glossary.js';
import { topics } from '../../core/glossary/topics.js';
import { dayText } from '../../core/pages/dates.js';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say } from '../../core/pages/texts.js';
import { openDataTable } from '../open-data-table.js';
import type { RegisterPageDto } from '../register.dto.js';
import type { RegisterEntry, RegisterPage } from '../register.view.js';
import type { AsOf } from '../statistics.view.js';
import { PATH, type Setting } from './correction.page.js';
import { fieldWords } from './field-words-table.js';
import { AsOfLine, Choice, opened, OpenLinks } from './open-links.page.js';
import { inFigures, monthIn, worded } from './words.js';

interface Shown {
  page: RegisterPage;
  filter: RegisterPageDto;
  asOf: AsOf;
  months: string[];
}
/** Ends of an act that took back what the public was told. */
const TAKEN_BACK = ['withdrawn', 'undeliverable', 'voided', 'annulled', 'refunded'];

/** The register: single acts without identities, a page at a time. */
export function registerPage({ page, filter, asOf, months }: Shown, { language, timeZone }: Setting): string {
  const t = (name: string, values: Record<string, string | number> = {}) => say(publicTexts.register[name], language, values);
  const o = (name: string) => opened(name, language);
  const { acts, outcomes } = openDataTable;
  const word = worded({ ...fieldWords, acts, outcomes }, language);
  const choices = (words: Record<string, Record<'vi' | 'en', string>>) =>
    Object.entries(words).map(([id, text]) => [id, text[language]] as const);
  const day = (text: string) => dayText(new Date(`${text}T00:00:00Z`), language, 'UTC');
  const { lang: _lang, after: _after, ...kept } = filter;
  const asked = (more: Record<string, string | number | undefined>) =>
    new URLSearchParams(
      Object.entries({ ...kept, ...more }).flatMap(([k, v]) => (v === undefined || v === '' ? [] : [[k, String(v)]])),
    ).toString();
  const number = inFigures(language);
  const decided = (item: RegisterEntry) =>
    item.kind === 'penalty' && (
      <>
        {[
          word('end', item.end),
          item.amount === null ? '' : t('amount', { amount: number(item.amount) }),
          word('subject', item.subject),
          item.provision === 'none' ? '' : word('provision', item.provision),
        ]
          .filter(Boolean)
          .join(' · ')}
        <br />
      </>
    );
  const about = (item: RegisterEntry) =>
    [item.platform, item.topic].some((w) => w !== 'none') && (
      <>
        {[item.platform === 'none' ? '' : word('platform', item.platform), item.topic === 'none' ? '' : word('topic', item.topic)]
          .filter(Boolean)
          .join(' · ')}
        <br />
      </>
    );
  return publicPage({
    title: t('title'),
    language,
    path: '/register',
    body: (
      <>
        <p>{t('intro')}</p>
        <AsOfLine asOf={asOf} language={language} timeZone={timeZone} />
        <form method="get" action="/register" className="choose">
          <Choice name="kind" label={o('kind')} value={filter.kind} all={o('all')} words={choices(acts)} />
          <Choice name="platform" label={o('platform')} value={filter.platform} all={o('all')} words={choices(glossary.platform)} />
          <Choice name="topic" label={o('topic')} value={filter.topic} all={o('all')} words={choices(topics)} />
          <Choice name="outcome" label={o('outcome')} value={filter.outcome} all={o('all')} words={choices(outcomes)} />
          <Choice
            name="month"
            label={o('month')}
            value={filter.month}
            all={o('all')}
            words={months.map((m) => [m, monthIn(m, language)])}
          />
          <button type="submit">{o('filter')}</button>
        </form>
        <section>
          {page.items.length === 0 && <p>{t(Object.values({ ...kept, after: filter.after }).some(Boolean) ? 'none' : 'empty')}</p>}
          <ul className="plain acts">
            {page.items.map((item) => (
              <li key={item.act}>
                {item.kind === 'correction' ? <a href={`${PATH}/${item.act}`}>{word('acts', item.kind)}</a> : word('acts', item.kind)}{' '}
                <strong className={TAKEN_BACK.includes(item.outcome) ? 'verdict' : 'state'}>{word('outcomes', item.outcome)}</strong>
                <br />
                {decided(item)}
                {about(item)}
                {item.asked > 0 && (
                  <>
                    {t('links', { removed: item.removed, asked: item.asked })}
                    <br />
                  </>
                )}
                <small>
                  <time dateTime={item.day}>{day(item.day)}</time>
                  {item.changedDay !== item.day && ` · ${t('changed', { day: day(item.changedDay) })}`} · {t('event', { seq: item.seq })}
                </small>
              </li>
            ))}
          </ul>
        </section>
        <p className="again">
          {filter.after && (
            <>
              <a href={`/register?${asked({})}`}>{t('newest')}</a>{' '}
            </>
          )}
          {page.nextAfter !== null && (
            <a rel="next" href={`/register?${asked({ after: page.nextAfter })}`}>
              {t('older')}
            </a>
          )}
        </p>
        <p className="again">
          <a href={`/register.csv?${asked({})}`}>{o('csv')}</a> · <a href={`/api/register?${asked({})}`}>{o('json')}</a>
        </p>
        <OpenLinks here="register" language={language} />
      </>
    ),
  });
}
