import { Alert, Checkbox } from '@mantine/core';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { SaveDraft } from '../../parts/save-draft.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { EditSources } from './edit-sources.js';
import { EditWording } from './edit-wording.js';
import { touched, type CorrectionFull, type Source, type Wording } from './use-correction.js';

/** What was typed over the text as it stands. */
interface Typed {
  vi?: Wording;
  en?: Wording | null;
  sources?: Source[];
}
const EMPTY: Wording = { title: '', said: '', truth: '' };

/** The text of a correction. Each save is a version of its own, which somebody else approves. */
export function EditCorrection({ file }: { file: CorrectionFull }) {
  const { t } = useText();
  const [typed, set, clear] = useDraft<Typed>(`correction.${file.id}`, {});
  const { content } = file;
  const [vi, en, sources] = [typed.vi ?? content.vi, typed.en === undefined ? content.en : typed.en, typed.sources ?? content.sources];
  const save = useAct<void>((_, key) => call('PUT', `/corrections/${file.id}`, { version: file.version, vi, en, sources }, key), {
    refresh: touched(file.id),
    done: clear,
  });
  const changed = Object.keys(typed).length > 0;
  const onOtherClaim = file.lookAgain && !file.caseFell && file.claimState !== 'retired';
  return (
    <Section id="edit" title={t('correction.edit')}>
      <form
        className="card stack"
        onSubmit={(e) => {
          e.preventDefault();
          save.go();
        }}
      >
        {file.state === 'published' && (
          <Alert color="orange" py={6}>
            {t('correction.voids')}
          </Alert>
        )}
        <EditWording language="vi" value={vi} blanks={typed.vi ? [] : file.blanks} put={(next) => set({ ...typed, vi: next })} />
        <EditSources value={sources} put={(next) => set({ ...typed, sources: next })} />
        <Checkbox
          size="xs"
          label={t('correction.english')}
          checked={en !== null}
          onChange={(e) => set({ ...typed, en: e.currentTarget.checked ? (content.en ?? EMPTY) : null })}
        />
        {en && <EditWording language="en" value={en} blanks={typed.en ? [] : file.blanks} put={(next) => set({ ...typed, en: next })} />}
        <Fault problem={save.problem} />
        <SaveDraft typed={changed} able={changed || onOtherClaim} busy={save.busy} discard={clear} />
      </form>
    </Section>
  );
}
