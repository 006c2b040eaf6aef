import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TriageReport } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { RestOf } from './rest-of.js';

const FIRST = 5;
interface Shown {
  itemId: string;
  reports: TriageReport[];
  total: number;
  split?: (report: TriageReport) => void;
}

/** How the post came in; a report that is about something else can be split off. */
export function Reports({ itemId, reports, total, split }: Shown) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  const line = (r: TriageReport) => <Line key={r.id} report={r} split={split} />;
  return (
    <section>
      <h2>
        {t('triage.reportsof')} ({integer(total, language)})
      </h2>
      <ul className="timeline">{reports.slice(0, all ? undefined : FIRST).map(line)}</ul>
      {!all && total > FIRST && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAll(true)}>
          {t('desk.older', { n: integer(total - FIRST, language) })}
        </Button>
      )}
      {all && <RestOf<TriageReport> itemId={itemId} part="reports" known={reports} total={total} line={line} />}
    </section>
  );
}

function Line({ report: r, split }: { report: TriageReport; split: Shown['split'] }) {
  const { t, word } = useText();
  return (
    <li>
      <Moment at={r.at} only="relative" />
      <span className="row" style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
        <span className="grow wrap">
          {word('channel', r.channel)} {r.note && <Long text={r.note} quoted />}
        </span>
        {split && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => split(r)}>
            {t('triage.split')}
          </Button>
        )}
      </span>
    </li>
  );
}
