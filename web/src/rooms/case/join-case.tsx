import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../../api/client.js';
import type { CaseLine } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { PagedList } from '../../parts/paged-list.js';
import { Fault, State } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** A post of a matter that has a case already joins that case: those about the same claim are offered first. */
export default function JoinCase({ postId }: { postId: string }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('case.join')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('case.join')} size="lg">
        <Joining postId={postId} />
      </Dialog>
    </>
  );
}

function Joining({ postId }: { postId: string }) {
  const { t } = useText();
  const go = useNavigate();
  const [q, setQ] = useState('');
  const alike = usePages<CaseLine>('cases', '/cases', { open: 'true', alike: postId });
  const all = usePages<CaseLine>('cases', '/cases', { open: 'true', q });
  const join = useAct<string, string>((caseId, key) => call('POST', `/cases/${caseId}/posts`, { postId }, key).then(() => caseId), {
    refresh: [['work'], ['counts'], ['cases'], ['triage']],
    done: (caseId) => void go(`/cases/${caseId}`),
  });
  const rows = (cases: CaseLine[]) =>
    cases.map((c) => (
      <div key={c.id} className="card row">
        <b className="nowrap">{c.number}</b>
        <State kind="case" value={c.state} />
        <span className="grow two">{c.title}</span>
        <Button variant="default" loading={join.busy} disabled={c.state === 'dismissed'} onClick={() => join.go(c.id)}>
          {t('case.joinhere')}
        </Button>
      </div>
    ));
  return (
    <div className="stack">
      <Fault problem={join.problem} />
      <h2 className="flat">{t('case.joinalike')}</h2>
      <PagedList list={alike} nothing={t('case.noalike')}>
        {rows}
      </PagedList>
      <h2 className="flat">{t('case.joinany')}</h2>
      <TextInput
        placeholder={t('cases.find')}
        aria-label={t('cases.find')}
        inputMode="numeric"
        maxLength={20}
        value={q}
        onChange={(e) => setQ(e.currentTarget.value.replace(/[^\d-]/g, ''))}
      />
      <PagedList list={all} nothing={t(q ? 'cases.nothing' : 'cases.empty')}>
        {rows}
      </PagedList>
    </div>
  );
}
