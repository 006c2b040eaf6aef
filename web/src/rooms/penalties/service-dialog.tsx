import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ProseField } from '../../parts/prose-field.js';
import { useText } from '../../text/language.js';
import { ActDialog } from './act-dialog.js';
import { DayField } from './day-field.js';
import { useToday } from './day.js';
import { PaperChoice, usePaper } from './paper-choice.js';
import type { DecisionFull, Law } from './types.js';

/** The decision was handed over, or could not be, with the reason; either with the paper that proves it. */
export function ServiceDialog({ file, law, served, close }: { file: DecisionFull; law: Law; served: boolean; close: () => void }) {
  const { t, word } = useText();
  const today = useToday();
  const paper = usePaper(file.caseId, t(served ? 'penalty.proofof' : 'penalty.failedproofof', { number: file.number ?? '' }));
  const [v, set] = useState({ how: law.serviceWays[0] as string, on: today, reason: '' });
  const body = async (key: string) => ({
    how: v.how,
    served,
    on: v.on,
    exhibitId: await paper.exhibit(key),
    reason: v.reason.trim() || null,
  });
  return (
    <ActDialog file={file} act={served ? 'serve' : 'note-service-failure'} path="services" body={body} close={close}>
      <NativeSelect
        data-autofocus
        label={t('penalty.servicehow')}
        value={v.how}
        onChange={(e) => set({ ...v, how: e.currentTarget.value })}
        data={law.serviceWays.map((w) => ({ value: w, label: word('service', w) }))}
      />
      <DayField label={t('penalty.onday')} required value={v.on} put={(on) => set({ ...v, on })} />
      <PaperChoice
        of={paper}
        caseId={file.caseId}
        label={t(served ? 'penalty.proof' : 'penalty.failedproof')}
        none={t('penalty.chooseproof')}
        required
        paperOnly
      />
      {!served && (
        <ProseField
          label={t('penalty.failedwhy')}
          rows={[2]}
          least={3}
          most={2000}
          value={v.reason}
          put={(reason) => set({ ...v, reason })}
        />
      )}
    </ActDialog>
  );
}
