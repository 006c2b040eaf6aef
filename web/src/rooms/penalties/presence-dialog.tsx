import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { useText } from '../../text/language.js';
import type { Law, RecordFull } from './types.js';
import { touched } from './use-penalty.js';

/** What a record says of somebody beside the name. */
const SAID: Record<string, readonly ('occupation' | 'address' | 'title' | 'agency')[]> = {
  witness: ['occupation', 'address'],
  commune: ['title', 'agency'],
  interpreter: ['address'],
};
const saidOf = (role: string, details: Record<string, string>) =>
  Object.fromEntries((SAID[role] ?? []).map((field) => [field, details[field]?.trim() ?? '']));

/** Notes that somebody present signed this version of the record, or why they did not. */
export function PresenceDialog({ file, law, close }: { file: RecordFull; law: Law; close: () => void }) {
  const { t, word } = useText();
  const next = law.signingRoles.find((r) => (r === 'recorder' || r === 'accused') && !file.signatures.some((s) => s.role === r));
  const [details, say] = useState<Record<string, string>>({});
  const [v, set] = useState({ role: next ?? file.answers.unnoted[0] ?? 'witness', name: '', signed: true, reason: '' });
  const { contentHash, version } = file;
  const note = useAct<void>(
    (_, key) =>
      call(
        'POST',
        `/violations/${file.id}/signatures`,
        {
          contentHash,
          version,
          role: v.role,
          name: v.name.trim(),
          details: saidOf(v.role, details),
          signed: v.signed,
          reason: v.reason.trim() || null,
        },
        key,
      ),
    { refresh: touched(file.caseId), done: close },
  );
  return (
    <Dialog opened onClose={close} title={word('act', 'note-presence')} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          note.go();
        }}
      >
        <p className="soft flat">{t('penalty.presencehint')}</p>
        <NativeSelect
          data-autofocus
          label={t('penalty.role')}
          value={v.role}
          onChange={(e) => set({ ...v, role: e.currentTarget.value as typeof v.role })}
          data={law.signingRoles.map((r) => ({ value: r, label: word('signing', r) }))}
        />
        <TextInput
          label={t('penalty.name')}
          autoComplete="off"
          required
          maxLength={300}
          value={v.name}
          onChange={(e) => set({ ...v, name: e.currentTarget.value })}
        />
        {(SAID[v.role] ?? []).map((field) => (
          <TextInput
            key={field}
            label={t(`penalty.present.${field}`)}
            autoComplete="off"
            required
            maxLength={field === 'address' || field === 'agency' ? 300 : 200}
            value={details[field] ?? ''}
            onChange={(e) => say({ ...details, [field]: e.currentTarget.value })}
          />
        ))}
        <Radio.Group aria-label={t('penalty.signed')} value={String(v.signed)} onChange={(s) => set({ ...v, signed: s === 'true' })}>
          <div className="row">
            <Radio size="xs" value="true" label={t('penalty.signed')} />
            <Radio size="xs" value="false" label={t('penalty.notsigned')} />
          </div>
        </Radio.Group>
        {!v.signed && (
          <ProseField
            label={t('penalty.notsignedwhy')}
            rows={[2]}
            least={3}
            most={1000}
            value={v.reason}
            put={(reason) => set({ ...v, reason })}
          />
        )}
        <Fault problem={note.problem} />
        <div className="row">
          <Button type="submit" loading={note.busy}>
            {word('act', 'note-presence')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
