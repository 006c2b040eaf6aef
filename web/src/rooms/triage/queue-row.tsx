import { memo } from 'react';
import { useMe } from '../../api/queries.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { names } from '../../text/names.js';
import { integer } from '../../text/time.js';
import type { Row } from './copies.js';
import { CopiesToggle, copyKinds } from './copies-of.js';
import { Priority } from './priority.js';

export const ROW_HEIGHT = 88;
interface Shown {
  line: Row;
  index: number;
  of: number;
  start: number;
  on: boolean;
  open: (id: string) => void;
  why: boolean;
  askWhy: (id: string | null) => void;
  /** its copies stand below it */
  unfolded: boolean;
  fold: (row: Row) => void;
}

/** One post of the queue: how urgent, from where, its first line, and what it resembles. */
export const QueueRow = memo(
  function QueueRow({ line, index, of, start, on, open, why, askWhy, unfolded, fold }: Shown) {
    const { t, word, language } = useText();
    const me = useMe().data;
    const { capture, topClaim } = line;
    return (
      <div
        role="listitem"
        className="line"
        aria-current={on}
        data-below={line.below || undefined}
        data-id={line.id}
        aria-posinset={index + 1}
        aria-setsize={of}
        style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
      >
        <div className="lead">
          <Priority line={line} opened={why} toggle={() => askWhy(why ? null : line.id)} current={on} />
          {line.copies && <CopiesToggle copies={line.copies} unfolded={unfolded} current={on} toggle={() => fold(line)} />}
        </div>
        <button className="item" tabIndex={on || index === 0 ? 0 : -1} onClick={() => open(line.id)}>
          <span className="meta small soft">
            <span className="cut">{word('platform', line.platform)}</span>
            <Moment at={line.receivedAt} only="relative" />
            {line.lookAgain && <b>{t('triage.lookagain')}</b>}
            {line.reports > 1 && <b>{t('triage.reports', { n: integer(line.reports, language) })}</b>}
            {line.copies && (
              <b>
                {t('triage.copies', { n: integer(line.copies.others, language) })}
                {copyKinds(line, word)}
              </b>
            )}
            {line.below && <span className="cut">{t('triage.below')}</span>}
            {line.lease && line.lease.staffId !== me?.staffId && line.openBy.length === 0 && (
              <span className="cut">· {line.lease.name}</span>
            )}
          </span>
          <span className="two">{line.firstLine || t('triage.notext')}</span>
          <span className="meta small">
            {line.skips?.marked && <b className="cut">{t('triage.skipped', { n: integer(line.skips.inspectors, language) })}</b>}
            {line.session && <b className="cut">{t('look.signedin', { name: line.session })}</b>}
            {line.neverLaidOut && (
              <b className="cut" title={t('look.fromsource')}>
                {t('triage.fromsource')}
              </b>
            )}
            {line.read && <b className="cut">{t('triage.read')}</b>}
            {line.overtaken && <b className="cut">{t('triage.overtaken')}</b>}
            {capture && capture.outcome !== 'complete' && <State kind="outcome" value={capture.outcome ?? capture.state} />}
            {line.judgement && <State kind="judgement" value={line.judgement.judgement} />}
            {line.openBy.length > 0 ? (
              <span className="present cut">{t('live.open', { names: names(line.openBy, language), n: line.openBy.length })}</span>
            ) : (
              topClaim && (
                <>
                  {!line.judgement && <State kind="strength" value={topClaim.strength} />}
                  <span className="soft cut grow">{topClaim.text}</span>
                </>
              )
            )}
          </span>
        </button>
      </div>
    );
  },
  (was, is) =>
    was.line === is.line &&
    was.index === is.index &&
    was.start === is.start &&
    was.on === is.on &&
    was.why === is.why &&
    was.of === is.of &&
    was.unfolded === is.unfolded,
);
