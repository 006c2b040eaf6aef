import { FileInput, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useText } from '../../text/language.js';
import { useExhibits } from '../case/use-case.js';
import { useExhibitName } from './exhibit-choice.js';

/** A paper that goes with an act: an exhibit of the case, or a scan that becomes one when the act is sent. */
export function usePaper(caseId: string, why: string) {
  const [exhibitId, choose] = useState('');
  const [scan, attach] = useState<File | null>(null);
  const sent = useRef<{ scan: File; id: string } | null>(null);
  const exhibit = async (key: string): Promise<string | null> => {
    if (!scan) return exhibitId || null;
    if (sent.current?.scan === scan) return sent.current.id;
    const form = new FormData();
    form.set('why', why);
    form.set('paper', scan);
    const { id } = await call<{ id: string }>('POST', `/cases/${caseId}/papers`, form, key);
    sent.current = { scan, id };
    return id;
  };
  return { exhibitId, choose, scan, attach, exhibit };
}

interface Shown {
  of: ReturnType<typeof usePaper>;
  caseId: string;
  label: string;
  /** what stands for no exhibit */
  none: string;
  required?: boolean;
  /** a capture proves nothing of it */
  paperOnly?: boolean;
}

export function PaperChoice({ of, caseId, label, none, required, paperOnly }: Shown) {
  const { t } = useText();
  const me = useMe().data;
  const exhibits = (useExhibits(caseId).data ?? []).filter((x) => !paperOnly || x.kind === 'document');
  const name = useExhibitName();
  return (
    <div className="fields">
      <NativeSelect
        label={label}
        required={required && !of.scan}
        disabled={of.scan !== null}
        value={of.scan ? '' : of.exhibitId}
        onChange={(e) => of.choose(e.currentTarget.value)}
        data={[{ value: '', label: none }, ...exhibits.map((x) => ({ value: x.id, label: name(x).slice(0, 120) }))]}
      />
      {may(me, 'case.paper') && (
        <FileInput
          size="xs"
          label={t('penalty.scan')}
          placeholder={t('penalty.choosescan')}
          description={t('penalty.scanhint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          accept="application/pdf,image/jpeg,image/png"
          clearable
          clearButtonProps={{ 'aria-label': t('penalty.noscan') }}
          value={of.scan}
          onChange={of.attach}
        />
      )}
    </div>
  );
}
