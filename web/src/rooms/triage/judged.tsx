import type { EarlierJudgement, Judged } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

/** What was said of the post, and what was said before. */
export function JudgedNote({ said, earlier }: { said: Judged; earlier: EarlierJudgement[] }) {
  const { t } = useText();
  return (
    <div className="card">
      <Said said={said} />
      {earlier.length > 0 && (
        <details className="small">
          <summary>{t('triage.earlier', { n: earlier.length })}</summary>
          {earlier.map((e) => (
            <Said key={e.id} said={e} />
          ))}
        </details>
      )}
    </div>
  );
}

function Said({ said }: { said: Judged | EarlierJudgement }) {
  const { word } = useText();
  return (
    <div>
      <b>{word('judgement', said.judgement)}</b>{' '}
      <span className="soft small">
        {said.by} · <Moment at={said.at} />
      </span>
      {said.reason && <div className="wrap">{said.reason}</div>}
    </div>
  );
}
