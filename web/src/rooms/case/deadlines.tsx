import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Due } from '../../parts/due.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { useOfficeNow, useZone } from '../../parts/office-time.js';
import { fieldOf, momentOf } from '../../parts/zone-time.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { post, touched } from './use-case.js';
import { useFold } from './use-fold.js';
import { usePart } from './use-part.js';

const FIRST = 6;

/** What must be done, and by when on the office clock. */
export function CaseDeadlines({ file }: { file: CaseFull }) {
  const { t } = useText();
  const mine = may(useMe().data, 'case.work');
  const list = usePart(file, 'deadlines');
  const { shown, foot } = useFold(list, FIRST);
  const meet = useAct<string>((d, key) => post(file.id, `/deadlines/${d}/meet`, {}, key), { refresh: touched(file.id) });
  return (
    <Section id="deadlines" title={t('case.deadlines')} n={file.totals.openDeadlines}>
      <Fault problem={meet.problem} />
      {list.items.length > 0 ? (
        <div className="card lines">
          {shown.map((d) => (
            <div key={d.id} className="row">
              <div className="grow">
                <div className="wrap">
                  <Long text={d.what} short={120} />
                </div>
                {d.metAt ? (
                  <span className="icon-word good small">
                    <IconCheck size={14} aria-hidden />
                    {t('case.met')} <Moment at={d.metAt} only="exact" />
                  </span>
                ) : (
                  <Due at={d.dueAt} since={d.setAt} />
                )}
                <div className="soft small">{d.setBy}</div>
              </div>
              {!d.metAt && mine && (
                <Button variant="default" loading={meet.busy} onClick={() => meet.go(d.id)}>
                  {t('case.meet')}
                </Button>
              )}
            </div>
          ))}
        </div>
      ) : (
        <p className="soft small">{t('case.nodeadlines')}</p>
      )}
      {foot}
      {file.mayEnter && mine && <SetDeadline file={file} />}
    </Section>
  );
}

function SetDeadline({ file }: { file: CaseFull }) {
  const { t } = useText();
  const zone = useZone();
  const now = useOfficeNow();
  const [typed, set, clear] = useDraft(`deadline.${file.id}`, { what: '', due: '' });
  const add = useAct<void>((_, key) => post(file.id, '/deadlines', { what: typed.what.trim(), dueAt: momentOf(typed.due, zone) }, key), {
    refresh: touched(file.id),
    done: clear,
  });
  return (
    <form
      className="stack"
      style={{ marginTop: 6 }}
      onSubmit={(e) => {
        e.preventDefault();
        add.go();
      }}
    >
      <TextInput
        placeholder={t('case.deadline')}
        aria-label={t('case.deadline')}
        required
        minLength={3}
        maxLength={300}
        value={typed.what}
        onChange={(e) => set({ ...typed, what: e.currentTarget.value })}
      />
      <div className="row">
        <TextInput
          className="grow"
          type="datetime-local"
          aria-label={t('case.due')}
          required
          min={fieldOf(now, zone)}
          value={typed.due}
          onChange={(e) => set({ ...typed, due: e.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={add.busy}>
          {t('case.adddeadline')}
        </Button>
      </div>
      <Fault problem={add.problem} />
    </form>
  );
}
