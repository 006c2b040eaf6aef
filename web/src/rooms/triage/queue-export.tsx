import type { TriageLine } from '../../api/types.js';
import type { Column } from '../../parts/csv.js';
import { ExportButton } from '../../parts/export-button.js';
import { useStamp } from '../../parts/office-time.js';
import { useSeenHow } from '../../parts/seen-how.js';
import { useText } from '../../text/language.js';
import type { QueueFilter } from './queue-filter.js';

/** The queue as it is narrowed, as a table: every post is a line, and copies say that they are. */
export default function QueueExport({ filter }: { filter: QueueFilter }) {
  const { t, word } = useText();
  const stamp = useStamp();
  const seenHow = useSeenHow();
  const columns: Column<TriageLine>[] = [
    [t('triage.csv.received'), (i) => stamp(i.receivedAt)],
    [t('triage.filter.platform'), (i) => word('platform', i.platform)],
    [t('triage.csv.firstline'), (i) => i.firstLine],
    [t('triage.csv.seenhow'), (i) => [...seenHow(i), ...(i.read ? [t('triage.read')] : [])].join(' · ')],
    [t('triage.csv.priority'), (i) => i.priority],
    [t('triage.csv.reports'), (i) => i.reports],
    [t('triage.csv.copies'), (i) => i.copies && i.group],
    [t('triage.csv.skips'), (i) => i.skips?.times],
    [t('triage.filter.claim'), (i) => i.topClaim?.text],
    [t('triage.csv.judgement'), (i) => i.judgement && word('judgement', i.judgement.judgement)],
    [t('triage.csv.judgedby'), (i) => i.judgement?.by],
  ];
  return <ExportButton name="triage" path="/triage" filter={{ ...filter, copies: 'apart' }} columns={columns} />;
}
