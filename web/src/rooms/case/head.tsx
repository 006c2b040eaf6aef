import { Button, NativeSelect } from '@mantine/core';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { Fault, State } from '../../parts/parts.js';
import Present from '../../parts/present.js';
import { TakeAlong } from '../../parts/take-along.js';
import { useText } from '../../text/language.js';
import { CaseTitle } from './title.js';
import { post, touched, useAssignable } from './use-case.js';

/** Which case it is, how it stands, and who has it. */
export function CaseHead({ file }: { file: CaseFull }) {
  const { t } = useText();
  const me = useMe().data!;
  const assign = useAct<string | null>((staffId, key) => post(file.id, '/assignment', { staffId, version: file.version }, key), {
    refresh: touched(file.id),
  });
  const people = useAssignable(file).map((p) => ({ value: p.staffId, label: p.name }));
  if (file.assignee && !people.some((p) => p.value === file.assignee!.staffId))
    people.unshift({ value: file.assignee.staffId, label: file.assignee.name });
  const mine = may(me, 'case.work');
  return (
    <header className="stack">
      <div className="desk-head">
        <h1>{file.number}</h1>
        <State kind="case" value={file.state} />
        <span className="soft small">
          {t('case.opened', { when: '' })} <Moment at={file.openedAt} /> {file.openedBy && `· ${file.openedBy}`}
        </span>
        <InLog subject={file.id} />
        {may(me, 'case.export') && (
          <TakeAlong
            path={`/cases/${file.id}/dossier`}
            title={t('take.dossier')}
            says={t('take.dossiersays')}
            name={`${file.number.replaceAll('/', '-')}.zip`}
            refresh={touched(file.id)}
          />
        )}
        <Present kind="case" id={file.id} />
        <span className="end row small">
          <span className="soft">{t('case.assignee')}</span>
          {mine ? (
            <NativeSelect
              aria-label={t('case.assignee')}
              disabled={assign.busy}
              value={file.assignee?.staffId ?? ''}
              onChange={(e) => assign.go(e.currentTarget.value || null)}
              data={[{ value: '', label: t('case.nobody') }, ...people]}
            />
          ) : (
            <b>{file.assignee?.name ?? t('case.nobody')}</b>
          )}
          {mine && file.assignee?.staffId !== me.staffId && (
            <Button variant="default" onClick={() => assign.go(me.staffId)}>
              {t('case.takeit')}
            </Button>
          )}
        </span>
      </div>
      <CaseTitle file={file} />
      <Fault problem={assign.problem} />
    </header>
  );
}
