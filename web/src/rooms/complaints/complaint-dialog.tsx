import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ProseField } from '../../parts/prose-field.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { ActDialog } from '../penalties/act-dialog.js';
import { DayField } from '../penalties/day-field.js';
import { useToday } from '../penalties/day.js';
import { PaperChoice, usePaper } from '../penalties/paper-choice.js';
import type { DecisionFull, Law } from '../penalties/types.js';

/** A complaint that came in, in time or not. */
export function ComplaintDialog({ file, law, close }: { file: DecisionFull; law: Law; close: () => void }) {
  const { t, word } = useText();
  const today = useToday();
  const paper = usePaper(file.caseId, t('complaint.paperof', { number: file.number ?? '' }));
  const [v, set] = useState({ receivedOn: today, how: law.complaintWays[0] as string, complainant: law.complainants[0] as string });
  const [asks, setAsks, clearAsks] = useDraft(`complaint.asks.${file.id}`, '');
  const [says, setSays, clearSays] = useDraft(`complaint.says.${file.id}`, '');
  const body = async (key: string) => ({ ...v, asks: asks.trim(), says: says.trim(), exhibitId: await paper.exhibit(key) });
  const done = () => {
    clearAsks();
    clearSays();
  };
  return (
    <ActDialog file={file} act="record-complaint" path="complaints" body={body} close={close} done={done}>
      <div className="fields">
        <DayField label={t('complaint.receivedon')} required value={v.receivedOn} put={(receivedOn) => set({ ...v, receivedOn })} />
        <NativeSelect
          label={t('complaint.how')}
          value={v.how}
          onChange={(e) => set({ ...v, how: e.currentTarget.value })}
          data={law.complaintWays.map((w) => ({ value: w, label: word('complaintway', w) }))}
        />
        <NativeSelect
          label={t('complaint.by')}
          value={v.complainant}
          onChange={(e) => set({ ...v, complainant: e.currentTarget.value })}
          data={law.complainants.map((c) => ({ value: c, label: word('complainant', c) }))}
        />
      </div>
      <ProseField first label={t('complaint.asks')} rows={[2, 6]} least={3} most={2000} value={asks} put={setAsks} />
      <ProseField
        label={t('complaint.says')}
        description={t('complaint.namesapart')}
        rows={[4, 14]}
        least={3}
        most={10_000}
        value={says}
        put={setSays}
      />
      <PaperChoice of={paper} caseId={file.caseId} label={t('complaint.paper')} none={t('penalty.nopaper')} paperOnly />
      <p className="soft small flat">{t('complaint.nohold')}</p>
    </ActDialog>
  );
}
