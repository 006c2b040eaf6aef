import type { CaseFull, HistoryLine } from '../../api/types.js';
import { LookSpan } from '../../parts/look-span.js';
import { gatherLooks, type Gathered } from '../../parts/looks.js';
import { Moment } from '../../parts/moment.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { useFold } from './use-fold.js';
import { usePart } from './use-part.js';

const FIRST = 15;

/** What happened, in plain words, the newest first. */
export function CaseHistory({ file }: { file: CaseFull }) {
  const { t } = useText();
  const list = usePart(file, 'history');
  const { shown, foot } = useFold({ ...list, items: gatherLooks(list.items) }, FIRST);
  return (
    <Section id="history" title={t('case.history')}>
      <ul className="timeline small">
        {shown.map((h, i) => (
          <Line key={h.id ?? i} line={h} />
        ))}
      </ul>
      {foot}
    </Section>
  );
}

function Line({ line }: { line: Gathered<HistoryLine> }) {
  const { t, word } = useText();
  const { to, from } = (line.office ?? {}) as { to?: string; from?: string };
  return (
    <li>
      <Moment at={line.at} only="relative" />
      <span>
        {word('event', line.type)}
        {line.type === 'case.stepped' && to && from && (
          <>
            {' '}
            ({word('case', from)} → <b>{word('case', to)}</b>)
          </>
        )}{' '}
        <span className="soft">
          · {line.actorName ?? t('desk.house')}
          {line.seq != null && !line.times && ` · ${t('case.seq', { n: line.seq })}`}
        </span>{' '}
        <LookSpan of={line} />
        {line.title && (
          <div className="wrap">
            {line.title.was && `“${line.title.was}” → `}“{line.title.now}”
          </div>
        )}
        {line.reason && <div className="wrap">“{line.reason}”</div>}
      </span>
    </li>
  );
}
