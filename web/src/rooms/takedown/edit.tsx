import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { SaveDraft } from '../../parts/save-draft.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import type { TakedownFull } from './types.js';
import { touched, useChoices } from './use-takedown.js';

interface Typed {
  fields: Record<string, string>;
  legalBasis?: string;
  recipient?: string;
  delivery?: string;
  language?: string;
}
const NOTHING: Typed = { fields: {} };

/** Fills the blanks, and chooses anew what may be chosen: basis, recipient, way, language. Each save is a version of its own. */
export function EditTakedown({ file }: { file: TakedownFull }) {
  const { t, word, language } = useText();
  const [typed, set, clear] = useDraft<Typed>(`takedown.${file.id}`, NOTHING);
  const choices = useChoices(file.caseId).data;
  const change = useAct<void>((_, key) => call('PUT', `/takedowns/${file.id}`, { ...typed, version: file.version }, key), {
    refresh: touched(file.id),
    done: clear,
  });
  const { content } = file;
  const touchedAny = Object.keys(typed.fields).length > 0 || Object.keys(typed).length > 1;
  const bases = choices?.bases ?? [];
  return (
    <Section id="edit" title={t('takedown.edit')}>
      <form
        className="card stack"
        onSubmit={(e) => {
          e.preventDefault();
          change.go();
        }}
      >
        {file.contents[0]?.approvedAt && (
          <Alert color="orange" py={6}>
            {t('takedown.voids')}
          </Alert>
        )}
        {file.blanks.map((b) => (
          <Textarea
            key={b.name}
            label={b.label[language]}
            autosize
            minRows={b.long ? 3 : 1}
            maxRows={12}
            maxLength={b.longest}
            error={b.open && !typed.fields[b.name]?.trim() ? t('takedown.mustfill') : undefined}
            value={typed.fields[b.name] ?? b.value}
            onChange={(e) =>
              set({
                ...typed,
                fields: { ...typed.fields, [b.name]: b.long ? e.currentTarget.value : e.currentTarget.value.replace(/[\r\n]+/g, ' ') },
              })
            }
          />
        ))}
        {file.kind === 'removal' && (
          <NativeSelect
            label={t('takedown.basis')}
            value={typed.legalBasis ?? content.legalBasis ?? ''}
            onChange={(e) => set({ ...typed, legalBasis: e.currentTarget.value })}
            data={[
              ...(bases.some((b) => b.key === content.legalBasis)
                ? []
                : [{ value: content.legalBasis ?? '', label: file.basis?.label[language] ?? '–' }]),
              ...bases.map((b) => ({ value: b.key, label: b.label[language] })),
            ]}
          />
        )}
        <TextInput
          label={t('takedown.recipient')}
          required
          minLength={2}
          maxLength={200}
          value={typed.recipient ?? content.recipient}
          onChange={(e) => set({ ...typed, recipient: e.currentTarget.value })}
        />
        <div className="row">
          <NativeSelect
            className="grow"
            label={t('takedown.way')}
            value={typed.delivery ?? content.way}
            onChange={(e) => set({ ...typed, delivery: e.currentTarget.value })}
            data={(choices?.ways ?? [{ key: content.way, ready: true }]).map((w) => ({
              value: w.key,
              label: word('way', w.key),
              disabled: !w.ready,
            }))}
          />
          <NativeSelect
            className="grow"
            label={t('takedown.language')}
            value={typed.language ?? content.language}
            onChange={(e) => set({ ...typed, language: e.currentTarget.value })}
            data={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <Fault problem={change.problem} names={Object.fromEntries(file.blanks.map((b) => [`fields.${b.name}`, b.label[language]]))} />
        <SaveDraft typed={touchedAny} busy={change.busy} discard={clear} />
      </form>
    </Section>
  );
}
