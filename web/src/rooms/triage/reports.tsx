import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TriageReport } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

const FIRST = 5;

/** How the post came in; a report that is about something else can be split off. */
export function Reports({ reports, total, split }: { reports: TriageReport[]; total: number; split?: (reportId: string) => void }) {
  const { t, word, language } = useText();
  const [all, setAll] = useState(false);
  return (
    <section>
      <h2>
        {t('triage.reportsof')} ({integer(total, language)})
      </h2>
      <ul className="timeline">
        {reports.slice(0, all ? undefined : FIRST).map((r) => (
          <li key={r.id}>
            <Moment at={r.at} only="relative" />
            <span className="row" style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
              <span className="grow wrap">
                {word('channel', r.channel)} {r.note && <q>{r.note}</q>}
              </span>
              {split && (
                <Button variant="subtle" color="gray" size="compact-xs" onClick={() => split(r.id)}>
                  {t('triage.split')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!all && reports.length > FIRST && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAll(true)}>
          {t('triage.allreports', { n: reports.length })}
        </Button>
      )}
      {all && total > reports.length && <div className="soft small">{t('triage.newestreports', { n: reports.length, of: total })}</div>}
    </section>
  );
}
