import { IconArrowRight, IconCircleCheck, IconHourglass, IconPoint, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { dong } from '../penalties/money.js';
import { placeOf, type ReversalLine } from './use-reversal.js';

/** What hangs on the case, line by line, with what each waits for and from whom. */
export function ReversalLines({ lines }: { lines: ReversalLine[] }) {
  return (
    <ul className="card lines">
      {lines.map((l) => (
        <li key={`${l.kind} ${l.id}`}>
          <Line line={l} />
        </li>
      ))}
    </ul>
  );
}

/** What merely is so waits for nobody. */
const STILL = new Set(['shown', 'told', 'kept']);
function signOf({ state, done }: ReversalLine): [Icon, string] {
  if (STILL.has(state)) return [IconPoint, ''];
  if (done) return [IconCircleCheck, 'good'];
  return state.startsWith('will-') ? [IconArrowRight, ''] : [IconHourglass, 'soon'];
}

function Line({ line }: { line: ReversalLine }) {
  const { t, word } = useText();
  const [Sign, tone] = signOf(line);
  const { next, draft } = line;
  return (
    <>
      <div className="row">
        <Name line={line} />
        <span className={`icon-word wraps ${tone}`}>
          <Sign size={15} aria-hidden />
          {word('reversal', line.state)}
        </span>
        <Figures line={line} />
      </div>
      {next && !line.done && (
        <div className="soft small">{t('reversal.next', { act: word('act', next.act), right: word('right', next.right) })}</div>
      )}
      {draft?.mine?.ownWork && <div className="soft small">{t('reversal.own')}</div>}
    </>
  );
}

export function Name({ line }: { line: ReversalLine }) {
  const { t, word } = useText();
  const place = placeOf(line);
  const label = line.kind === 'register' ? word('registered', line.label) : line.label;
  return (
    <span className="wrap">
      <span className="soft">{t(`reversal.kind.${line.kind}`)}</span>{' '}
      {place?.startsWith('/') ? (
        <Link className="plain" to={place}>
          <b>{label}</b>
        </Link>
      ) : (
        <b>{label}</b>
      )}
    </span>
  );
}

function Figures({ line }: { line: ReversalLine }) {
  const { t, word, language } = useText();
  const { kind, n, of, was, now, told } = line;
  const says = [];
  if (was && now !== was)
    says.push(t('reversal.now', { was: word('registered', was), now: now ? word('registered', now) : t('reversal.notyet') }));
  else if (was) says.push(word('registered', was));
  if (kind === 'refund' && n !== null) says.push(dong(n, language));
  else if (of !== null) says.push(t('reversal.ofn', { n: integer(n ?? 0, language), of: integer(of, language) }));
  else if (kind !== 'takedown' && n !== null) says.push(integer(n, language));
  for (const { state, n: times } of told) says.push(`${word('receiptstate', state)}: ${integer(times, language)}`);
  return says.length > 0 ? <span className="small end">{says.join(' · ')}</span> : null;
}
