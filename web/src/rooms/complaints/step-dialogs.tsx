import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ProseField } from '../../parts/prose-field.js';
import { SentBack } from '../../parts/sent-back.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';
import { ActDialog } from '../penalties/act-dialog.js';
import { PaperChoice, usePaper } from '../penalties/paper-choice.js';
import type { Complaint, DecisionFull } from '../penalties/types.js';
import { LodgingText } from './lodging.js';

export interface ComplaintShown {
  file: DecisionFull;
  complaint: Complaint;
  close: () => void;
}
export const onComplaint = ({ id, version }: Complaint) => ({ at: `/complaints/${id}`, version });

interface Typed {
  label: string;
  value: string;
  put: (value: string) => void;
  first?: boolean;
}
export function Reason({ label, value, put, first }: Typed) {
  return <ProseField first={first} label={label} rows={[3, 12]} least={3} most={4000} value={value} put={put} />;
}

/** What came too late, and what takes the longer time, is accepted for a reason. */
export function AcceptDialog({ file, complaint: c, close }: ComplaintShown) {
  const { t } = useText();
  const [complex, setComplex] = useState(false);
  const [reason, put, clear] = useDraft(`complaint.accept.${c.id}`, '');
  const late = c.lodging.inTime === false;
  const why: TextKey = late && complex ? 'complaint.whyboth' : late ? 'complaint.whylate' : 'complaint.whycomplex';
  const body = { complex, reason: late || complex ? reason.trim() : null };
  return (
    <ActDialog file={file} act="accept-complaint" path="accept" on={onComplaint(c)} body={body} close={close} done={clear}>
      <LodgingText of={c} />
      <Checkbox
        data-autofocus={late ? undefined : true}
        size="xs"
        label={t('complaint.complex')}
        checked={complex}
        onChange={(e) => setComplex(e.currentTarget.checked)}
      />
      {(late || complex) && <Reason label={t(why)} value={reason} put={put} first={late} />}
      <p className="soft small flat">{t('complaint.acceptstarts')}</p>
    </ActDialog>
  );
}

export function RefuseDialog({ file, complaint: c, close }: ComplaintShown) {
  const { t } = useText();
  const [reason, put, clear] = useDraft(`complaint.refuse.${c.id}`, c.answer?.says ?? '');
  const body = { reason: reason.trim() };
  return (
    <ActDialog file={file} act="refuse-complaint" path="refuse" on={onComplaint(c)} body={body} close={close} done={clear}>
      <LodgingText of={c} />
      {c.answer && <SentBack of={c.answer} />}
      <Reason label={t('complaint.whynot')} value={reason} put={put} first />
      <p className="soft small flat">{t('complaint.refusalhint')}</p>
    </ActDialog>
  );
}

export function WithdrawDialog({ file, complaint: c, close }: ComplaintShown) {
  const { t } = useText();
  const paper = usePaper(file.caseId, t('complaint.paperofwithdrawal', { number: file.number ?? '' }));
  const [reason, put, clear] = useDraft(`complaint.withdraw.${c.id}`, '');
  const body = async (key: string) => ({ reason: reason.trim(), exhibitId: await paper.exhibit(key) });
  return (
    <ActDialog file={file} act="withdraw-complaint" path="withdraw" on={onComplaint(c)} body={body} close={close} done={clear}>
      <Reason label={t('complaint.whywithdrawn')} value={reason} put={put} first />
      <PaperChoice
        of={paper}
        caseId={file.caseId}
        label={t('complaint.withdrawalpaper')}
        none={t('penalty.chooseproof')}
        required
        paperOnly
      />
    </ActDialog>
  );
}
