import { notifications } from '@mantine/notifications';
import { call } from '../../api/client.js';
import type { TriageReport } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Ask, Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { ReportChoice } from './report-choice.js';
import { itemKey } from './use-item.js';

interface Shown {
  itemId: string;
  reports: TriageReport[];
  chosen: TriageReport | null;
  choose: (report: TriageReport | null) => void;
}

/** Takes a report of something else out of a post, for a reason; open until that was taken. */
export function SplitDialog({ itemId, reports, chosen, choose }: Shown) {
  const { t } = useText();
  const split = useAct<{ reportId: string; reason: string }>((input, key) => call('POST', `/triage/${itemId}/split`, input, key), {
    refresh: [itemKey(itemId), ['counts']],
    done: () => {
      notifications.show({ message: t('triage.splitdone') });
      choose(null);
    },
  });
  return (
    <Ask
      opened={chosen !== null}
      close={() => {
        split.reset();
        choose(null);
      }}
      title={t('triage.split')}
      label={t('triage.splitwhy')}
      draft={`split.${itemId}`}
      done={(reason) => split.go({ reportId: chosen!.id, reason })}
    >
      <Fault problem={split.problem} />
      <ReportChoice reports={reports} chosen={chosen} choose={choose} />
    </Ask>
  );
}
