import { NativeSelect } from '@mantine/core';
import type { TriageReport } from '../../api/types.js';
import { useMe } from '../../api/queries.js';
import { useText } from '../../text/language.js';
import { exact } from '../../text/time.js';
import { withChosen } from './with-chosen.js';

const NOTE = 60;
interface Shown {
  reports: TriageReport[];
  chosen: TriageReport | null;
  choose: (report: TriageReport) => void;
}

/** Which of the reports is meant. */
export function ReportChoice({ reports, chosen, choose }: Shown) {
  const { t, word, language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  const offered = withChosen(reports, chosen);
  const label = (r: TriageReport) =>
    [exact(r.at, language, zone), word('channel', r.channel), r.note?.slice(0, NOTE)].filter(Boolean).join(' · ');
  return (
    <NativeSelect
      label={t('triage.splitwhich')}
      value={chosen?.id ?? ''}
      onChange={(e) => choose(offered.find((r) => r.id === e.currentTarget.value)!)}
      data={offered.map((r) => ({ value: r.id, label: label(r) }))}
    />
  );
}
