import type { Judged } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

/** What was said of the post. */
export function JudgedNote({ said }: { said: Judged }) {
  const { word } = useText();
  return (
    <div className="card">
      <b>{word('judgement', said.judgement)}</b>{' '}
      <span className="soft small">
        {said.by} · <Moment at={said.at} />
      </span>
      {said.reason && <div className="wrap">{said.reason}</div>}
    </div>
  );
}
