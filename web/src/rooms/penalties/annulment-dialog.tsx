import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ProseField } from '../../parts/prose-field.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { ActDialog } from './act-dialog.js';
import type { Annulment, DecisionFull, Law } from './types.js';

/** Drafts the annulment of a decision, or words one anew; somebody else signs it. */
export function AnnulmentDialog({ file, law, close }: { file: DecisionFull; law: Law; close: () => void }) {
  const { t, word } = useText();
  const go = useNavigate();
  const rewords = file.kind === 'annulment';
  const [ground, setGround] = useState<string>(law.annulmentGrounds[0]);
  const [reason, setReason, clear] = useDraft(`annulment.${file.id}`, rewords ? (file.content as Annulment).reason : '');
  const body = { reason: reason.trim(), ...(rewords ? {} : { ground }) };
  const done = ({ id }: { id: string }) => {
    clear();
    if (!rewords) void go(`/penalties/${id}`);
  };
  return (
    <ActDialog
      file={file}
      act={rewords ? 'change' : 'draft-annulment'}
      path="annulment"
      method={rewords ? 'PUT' : 'POST'}
      body={body}
      close={close}
      done={done}
    >
      {!rewords && (
        <NativeSelect
          data-autofocus
          label={t('penalty.annulwhy')}
          value={ground}
          onChange={(e) => setGround(e.currentTarget.value)}
          data={law.annulmentGrounds.map((g) => ({ value: g, label: word('annulment', g) }))}
        />
      )}
      <ProseField first={rewords} label={t('case.reason')} rows={[3, 12]} least={3} most={4000} value={reason} put={setReason} />
      <p className="soft small flat">
        {t('penalty.annulhint')} {!rewords && t('complaint.annulhint')}
      </p>
    </ActDialog>
  );
}
