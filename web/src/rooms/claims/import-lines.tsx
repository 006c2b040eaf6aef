import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ImportLine } from '../../api/types.js';
import { Chips } from '../../parts/chips.js';
import { FieldFaults } from '../../parts/field-faults.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

const SHOWN = 50;
const OUTCOMES = ['new', 'similar', 'known', 'faulty'] as const;
export const isDraft = ({ outcome }: ImportLine): boolean => outcome === 'new' || outcome === 'similar';

interface Shown {
  lines: ImportLine[];
  /** places that are left out */
  left: ReadonlySet<number>;
  leave: (place: number, out: boolean) => void;
  /** the records are numbered, else their lines are */
  numbered: boolean;
}

/** What an import would make of each record, what is wrong first; what would be drafted may be left out. */
export function ImportLines({ lines, left, leave, numbered }: Shown) {
  const { t, word, language } = useText();
  const [outcome, choose] = useState('');
  const [shown, show] = useState(SHOWN);
  const of = (o: string) => lines.filter((l) => l.outcome === o);
  const listed = outcome ? of(outcome) : ['faulty', 'similar', 'new', 'known'].flatMap(of);
  return (
    <div className="stack">
      <Chips
        label={t('exchange.outcome')}
        value={outcome}
        choose={(next) => {
          choose(next);
          show(SHOWN);
        }}
        options={[
          { value: '', label: t('exchange.all'), n: lines.length },
          ...OUTCOMES.map((o) => ({ value: o, label: word('importline', o), n: of(o).length })),
        ]}
      />
      {listed.length === 0 && <p className="soft flat">{t('exchange.noneofthese')}</p>}
      {listed.length > 0 && (
        <ul className="card lines" aria-label={t('exchange.records')}>
          {listed.slice(0, shown).map((line) => (
            <li key={line.place} className="row begin" style={{ flexWrap: 'nowrap' }}>
              <span style={{ width: 20 }} className="fixed">
                {isDraft(line) && (
                  <Checkbox
                    size="xs"
                    aria-label={t('exchange.take', { n: line.place })}
                    checked={!left.has(line.place)}
                    onChange={(e) => leave(line.place, !e.currentTarget.checked)}
                  />
                )}
              </span>
              <span className="soft small fixed" style={{ width: 72 }}>
                {t(numbered ? 'exchange.record' : 'exchange.line', { n: integer(line.place, language) })}
              </span>
              <span className="fixed" style={{ width: 92 }}>
                <State kind="importline" value={line.outcome} />
              </span>
              <div className="stack grow" style={{ gap: 2 }}>
                {line.text && <span className="wrap two">{line.text}</span>}
                <Why line={line} numbered={numbered} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {listed.length > shown && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => show(shown + 200)}>
          {t('exchange.more', { n: integer(listed.length - shown, language) })}
        </Button>
      )}
    </div>
  );
}

/** Why a record is new, like another, known or faulty. */
export function Why({ line: l, numbered }: { line: ImportLine; numbered: boolean }) {
  const { t, word } = useText();
  return (
    <>
      {l.reason && (
        <span className="small">
          {word('importfault', l.reason)}
          {l.lacks.length > 0 && `: ${l.lacks.map((lack) => word('claimlack', lack)).join('; ')}`}
        </span>
      )}
      {l.faults.length > 0 && <FieldFaults of={l.faults} />}
      {l.ratingUnclear && <span className="small">{t('exchange.unclear')}</span>}
      {l.samePlace !== null && (
        <span className="small soft">{t(numbered ? 'exchange.samerecord' : 'exchange.sameline', { n: l.samePlace })}</span>
      )}
      {l.claimId && (
        <Link className="plain small" to={`/claims?id=${l.claimId}`}>
          {t('exchange.knownas')}
        </Link>
      )}
      {l.similar.map((s) => (
        <div key={s.claimId} className="small row" style={{ flexWrap: 'nowrap' }}>
          <span className="fixed">
            <State kind="strength" value={s.strength} />
          </span>
          <span className="soft fixed">{Math.round(s.score * 100)} %</span>
          <Link className="cut" to={`/claims?id=${s.claimId}`}>
            {s.text}
          </Link>
        </div>
      ))}
    </>
  );
}
