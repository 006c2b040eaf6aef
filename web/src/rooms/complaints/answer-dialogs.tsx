import { Alert, Radio } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { SendBack, SentBack } from '../../parts/sent-back.js';
import { StepUp } from '../../parts/step-up.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { ActDialog } from '../penalties/act-dialog.js';
import { Signing } from '../penalties/signing.js';
import type { Law } from '../penalties/types.js';
import { touched } from '../penalties/use-penalty.js';
import { AnswerText, ComplaintText } from './complaint-text.js';
import { onComplaint, Reason, type ComplaintShown } from './step-dialogs.js';

/** Legal staff write the answer, or write it anew; somebody else approves it. */
export function AnswerDialog({ file, complaint: c, law, close }: ComplaintShown & { law: Law }) {
  const { t, word } = useText();
  const [outcome, setOutcome] = useState<string>(c.answer?.outcome ?? '');
  const [says, put, clear] = useDraft(`complaint.answer.${c.id}`, c.answer?.says ?? '');
  const body = { outcome, says: says.trim() };
  return (
    <ActDialog file={file} act="draft-answer" path="answer" method="PUT" on={onComplaint(c)} body={body} close={close} done={clear}>
      <ComplaintText of={c} />
      {c.answer && <SentBack of={c.answer} />}
      <Radio.Group label={t('complaint.outcome')} required value={outcome} onChange={setOutcome}>
        <div className="stack" style={{ gap: 6, paddingTop: 4 }}>
          {law.complaintOutcomes.map((o, i) => (
            <Radio key={o} size="xs" required value={o} label={word('complaintoutcome', o)} data-autofocus={i === 0 || undefined} />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'upheld' && c.nobodyAnnuls && <NobodyAnnuls />}
      <Reason label={t('complaint.answersays')} value={says} put={put} />
      <p className="soft small flat">{t('complaint.answerhint')}</p>
    </ActDialog>
  );
}

/** Exactly what is approved, as it was read; then the second factor. */
export function ApproveDialog({ file, complaint: shown, close, act }: ComplaintShown & { act: 'approve-answer' | 'approve-refusal' }) {
  const { t, word } = useText();
  const me = useMe().data!;
  const [c, read] = useState(shown);
  const contentHash = c.answer!.sha256;
  const changed = shown.answer?.sha256 !== contentHash || shown.version !== c.version;
  const approve = useAct<void>((_, key) => call('POST', `/complaints/${c.id}/approve`, { contentHash, version: c.version }, key), {
    refresh: touched(file.caseId),
    done: close,
  });
  const title = word('act', act);
  return (
    <Dialog opened onClose={close} title={`${title}: ${file.number}`} size="lg">
      <div className="stack">
        {!me.secondFactor && <StepUp has={false} close={close} done={() => undefined} />}
        <ComplaintText of={c} />
        <p className="flat">{t('complaint.approvehint')}</p>
        <div className="card">
          <AnswerText of={c.answer!} />
        </div>
        {c.answer!.outcome === 'upheld' && <p className="soon flat">{t('complaint.approveannuls')}</p>}
        {c.answer!.outcome === 'upheld' && shown.nobodyAnnuls && <NobodyAnnuls />}
        <Signing
          title={title}
          contentHash={contentHash}
          act={{ ...approve, go: () => approve.go() }}
          changed={changed}
          readAgain={() => read(shown)}
          close={close}
        />
      </div>
    </Dialog>
  );
}

/** Back to legal staff instead of approving it, as it was read when this was opened. */
export function SendBackDialog({ file, complaint, close }: ComplaintShown) {
  const [{ id, version, answer }] = useState(complaint);
  const contentHash = answer!.sha256;
  const back = useAct<string>((reason, key) => call('POST', `/complaints/${id}/return`, { contentHash, version, reason }, key), {
    refresh: touched(file.caseId),
    done: close,
  });
  return (
    <SendBack
      draft={`complaint.${id}`}
      name={file.number ?? file.caseNumber}
      busy={back.busy}
      problem={back.problem}
      close={close}
      done={(reason, clear) => void back.goAsync(reason).then(clear, () => undefined)}
    />
  );
}

function NobodyAnnuls() {
  const { t } = useText();
  return (
    <Alert color="orange" role="alert" py={6}>
      {t('complaint.nobodyannuls')}
    </Alert>
  );
}
