import { Button, Textarea } from '@mantine/core';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { post, touched } from './use-case.js';
import { useFold } from './use-fold.js';
import { usePart } from './use-part.js';

const FIRST = 10;

/** What colleagues wrote down, the newest first. */
export function CaseNotes({ file }: { file: CaseFull }) {
  const { t } = useText();
  const me = useMe().data!;
  const list = usePart(file, 'notes');
  const { shown, foot } = useFold(list, FIRST);
  const [note, setNote, clear] = useDraft(`note.${file.id}`, '');
  const add = useAct<void>((_, key) => post(file.id, '/notes', { text: note.trim() }, key), { refresh: touched(file.id), done: clear });
  return (
    <Section id="notes" title={t('case.notes')} n={list.total}>
      {may(me, 'case.note') && (
        <form
          className="stack"
          style={{ marginBottom: 8 }}
          onSubmit={(e) => {
            e.preventDefault();
            add.go();
          }}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && note.trim()) add.go();
          }}
        >
          <Textarea
            autosize
            minRows={2}
            maxRows={12}
            maxLength={10_000}
            placeholder={t('case.note')}
            aria-label={t('case.note')}
            required
            value={note}
            onChange={(e) => setNote(e.currentTarget.value)}
          />
          <Fault problem={add.problem} />
          <div className="row">
            <Button type="submit" variant="default" loading={add.busy}>
              {t('case.addnote')}
            </Button>
            <span className="soft small">{t('case.notehint')}</span>
          </div>
        </form>
      )}
      {list.total === 0 ? (
        <p className="soft small">{t('case.nonotes')}</p>
      ) : (
        <div className="card lines">
          {shown.map((n) => (
            <div key={n.id}>
              <div className="wrap">
                <Long text={n.text} />
              </div>
              <span className="soft small">
                {n.by} · <Moment at={n.at} />
              </span>
            </div>
          ))}
        </div>
      )}
      {foot}
    </Section>
  );
}
