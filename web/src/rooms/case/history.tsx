import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFull, HistoryLine } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';

const PAGE = 15;

/** What happened, in plain words, the newest first. */
export function CaseHistory({ file }: { file: CaseFull }) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  return (
    <Section id="history" title={t('case.history')} n={file.history.length}>
      <ul className="timeline small">
        {file.history.slice(0, shown).map((h, i) => (
          <Line key={h.id ?? i} line={h} />
        ))}
      </ul>
      {shown < file.history.length && (
        <Button variant="default" onClick={() => setShown(shown + 50)}>
          {t('desk.older', { n: file.history.length - shown })}
        </Button>
      )}
    </Section>
  );
}

function Line({ line }: { line: HistoryLine }) {
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
          {line.seq != null && ` · ${t('case.seq', { n: line.seq })}`}
        </span>
        {line.reason && <div className="wrap">“{line.reason}”</div>}
      </span>
    </li>
  );
}
