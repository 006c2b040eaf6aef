import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFull } from '../../api/types.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { ApproveReversal } from './approve-reversal.js';
import { ReversalLines } from './reversal-lines.js';
import { useReversal, waitingOf } from './use-reversal.js';

/** A case that fell: how far everything that acted on it is undone, and what waits for the reader. */
export function CaseReversal({ file }: { file: CaseFull }) {
  return file.fell ? <Fallen file={file} /> : null;
}

function Fallen({ file }: { file: CaseFull }) {
  const { t, language } = useText();
  const reversal = useReversal(file.id);
  const [asked, ask] = useState(false);
  const r = reversal.data;
  if (!r) return <Fault error={reversal.error} />;
  if (!r.fell) return null;
  const waiting = waitingOf(r.lines);
  return (
    <Section
      id="reversal"
      title={t('reversal.title')}
      aside={<span>{r.open > 0 ? t('reversal.open', { n: integer(r.open, language) }) : t('reversal.alldone')}</span>}
    >
      <div className="stack">
        {waiting.length > 0 && (
          <div>
            <Button onClick={() => ask(true)}>{t('reversal.approve', { n: waiting.length })}</Button>
          </div>
        )}
        <ReversalLines lines={r.lines} />
      </div>
      {asked && <ApproveReversal caseId={file.id} lines={r.lines} close={() => ask(false)} />}
    </Section>
  );
}

/** What a fall would do, before anybody decides. */
export function FallPreview({ caseId }: { caseId: string }) {
  const { t } = useText();
  const reversal = useReversal(caseId);
  const r = reversal.data;
  return (
    <div className="stack">
      <b>{t('reversal.preview')}</b>
      <Fault error={reversal.error} />
      {r && r.lines.length === 0 && <div>{t('reversal.none')}</div>}
      {r && r.lines.length > 0 && (
        <>
          <div className="soft small">{t('reversal.previewhint')}</div>
          <ReversalLines lines={r.lines} />
        </>
      )}
    </div>
  );
}
