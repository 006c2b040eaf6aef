import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { DayField } from './day-field.js';
import { useToday } from './day.js';
import { PaperChoice, usePaper } from './paper-choice.js';
import type { Law, RecordFull } from './types.js';
import { touched } from './use-penalty.js';

const SAYS = new Set(['written', 'heard']);
/** the law wants it in writing */
const ON_PAPER = new Set([...SAYS, 'waived']);

/** What the accused did with the right to explain: each entry is kept in its order. */
export function ExplanationDialog({ file, law, close }: { file: RecordFull; law: Law; close: () => void }) {
  const { t, word } = useText();
  const today = useToday();
  const paper = usePaper(file.caseId, t('penalty.explanationof', { reference: file.reference }));
  const [kind, setKind] = useState<Law['explanationKinds'][number]>('written');
  const [on, setOn] = useState(today);
  const [says, setSays, clear] = useDraft(`explanation.${file.id}`, '');
  const record = useAct<void>(
    async (_, key) =>
      call(
        'POST',
        `/violations/${file.id}/explanations`,
        { kind, on, says: SAYS.has(kind) ? says.trim() : null, exhibitId: await paper.exhibit(key), version: file.version },
        key,
      ),
    {
      refresh: touched(file.caseId),
      done: () => {
        clear();
        close();
      },
    },
  );
  const voids = SAYS.has(kind) && file.penalties.some((p) => p.kind === 'decision' && p.state === 'signed');
  return (
    <Dialog opened onClose={close} title={word('act', 'record-explanation')} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          record.go();
        }}
      >
        <Radio.Group label={t('penalty.explainedhow')} value={kind} onChange={(k) => setKind(k as typeof kind)}>
          <div className="stack" style={{ gap: 6, paddingTop: 4 }}>
            {law.explanationKinds.map((k) => (
              <Radio key={k} size="xs" value={k} label={word('explanation', k)} data-autofocus={k === kind || undefined} />
            ))}
          </div>
        </Radio.Group>
        <DayField label={t('penalty.onday')} required value={on} put={setOn} />
        {SAYS.has(kind) && <ProseField label={t('penalty.says')} rows={[4, 14]} most={10_000} value={says} put={setSays} />}
        <PaperChoice
          of={paper}
          caseId={file.caseId}
          label={t('penalty.paperof')}
          none={t(ON_PAPER.has(kind) ? 'penalty.choosepaper' : 'penalty.nopaper')}
          required={ON_PAPER.has(kind)}
          paperOnly
        />
        {voids && <p className="late flat">{t('penalty.explanationvoids')}</p>}
        <Fault problem={record.problem} />
        <div className="row">
          <Button type="submit" loading={record.busy}>
            {word('act', 'record-explanation')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
