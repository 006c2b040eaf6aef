import type { EarlierJudgement, Judged } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { RestOf } from './rest-of.js';

interface Shown {
  said: Judged;
  itemId: string;
  earlier: EarlierJudgement[];
  total: number;
}

/** What was said of the post, and what was said before. */
export function JudgedNote({ said, itemId, earlier, total }: Shown) {
  const { t, language } = useText();
  return (
    <div className="card">
      <Said said={said} />
      {total > 0 && (
        <details className="small">
          <summary>{t('triage.earlier', { n: integer(total, language) })}</summary>
          <ul className="plainlist">{earlier.map(line)}</ul>
          <RestOf<EarlierJudgement>
            itemId={itemId}
            part="earlier-judgements"
            known={earlier}
            total={total}
            line={line}
            className="plainlist"
          />
        </details>
      )}
    </div>
  );
}

const line = (e: EarlierJudgement) => (
  <li key={e.id}>
    <Said said={e} />
  </li>
);

function Said({ said }: { said: Judged | EarlierJudgement }) {
  const { word } = useText();
  return (
    <div>
      <b>{word('judgement', said.judgement)}</b>{' '}
      <span className="soft small">
        {said.by} · <Moment at={said.at} />
      </span>
      {said.reason && (
        <div className="wrap">
          <Long text={said.reason} />
        </div>
      )}
    </div>
  );
}
