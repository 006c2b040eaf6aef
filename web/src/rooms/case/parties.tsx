import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { look } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull, Party } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { ReporterIdentity } from '../../parts/identity.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { LiftBar } from './lift-bar.js';
import { post, touched, useStaff } from './use-case.js';
import { usePart } from './use-part.js';

const ROLES = ['accused', 'witness', 'reporter', 'other'];

/** Who is in the case. Names are masked until somebody says why they need one; that goes on the log. */
export function CaseParties({ file }: { file: CaseFull }) {
  const { t, word, language } = useText();
  const me = useMe().data!;
  const list = usePart(file, 'parties');
  const [looking, setLooking] = useState<Party | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const unmask = useAct<string, { name: string }>((reason) => look(`/cases/${file.id}/parties/${looking!.id}`, reason), {
    refresh: touched(file.id),
    done: ({ name }) => {
      setNames((n) => ({ ...n, [looking!.id]: name }));
      setLooking(null);
    },
  });
  return (
    <Section id="parties" title={t('case.parties')} n={list.total}>
      {list.items.length > 0 && (
        <div className="card lines">
          {list.items.map((p) => (
            <div key={p.id} className="row">
              <span className="grow">
                <span className="soft small">
                  {word('role', p.role)} · {t(p.kind === 'organisation' ? 'case.organisation' : 'case.person')}
                  {p.isStaff && ` · ${t(p.bars ? 'case.staff' : 'case.staff.lifted')}`}
                </span>
                <div className="wrap">{names[p.id] ? <b>{names[p.id]}</b> : <span aria-label={t('case.masked')}>{p.name}</span>}</div>
                {p.reads > 0 && <span className="soft small">{t('case.reads', { n: integer(p.reads, language) })}</span>}
              </span>
              {p.role === 'reporter' && may(me, 'party.read') && (
                <ReporterIdentity
                  right="party.read"
                  path={`/cases/${file.id}/parties/${p.id}/identity-requests`}
                  identity={p.identity}
                  refresh={touched(file.id)}
                />
              )}
              {p.bars && !p.mine && may(me, 'case.unbar') && <LiftBar file={file} party={p} />}
              {!names[p.id] && p.role !== 'reporter' && may(me, 'party.read') && (
                <Button
                  variant="default"
                  leftSection={<IconEye size={14} />}
                  onClick={() => {
                    unmask.reset();
                    setLooking(p);
                  }}
                >
                  {t('case.unmask')}
                </Button>
              )}
            </div>
          ))}
          {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
        </div>
      )}
      {list.total === 0 && <p className="soft small">{t('case.noparties')}</p>}
      {file.mayEnter && may(me, 'case.work') && <AddParty file={file} />}
      {looking && (
        <AskReason
          draft={`unmask.${looking.id}`}
          title={`${t('case.unmask')}: ${word('role', looking.role)}`}
          label={t('case.unmaskwhy')}
          go={t('case.unmask')}
          busy={unmask.busy}
          problem={unmask.problem}
          close={() => setLooking(null)}
          done={(reason, clear) => void unmask.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </Section>
  );
}

function AddParty({ file }: { file: CaseFull }) {
  const { t, word } = useText();
  const me = useMe().data!;
  const [typed, set, clear] = useDraft(`party.${file.id}`, { kind: 'person', role: 'accused', name: '', staffId: '' });
  const [near, setNear] = useState(false);
  const staff = useStaff(file, near || typed.staffId !== '') ?? [];
  const unread = typed.staffId && !staff.some((s) => s.staffId === typed.staffId);
  const staffId = typed.kind === 'person' && typed.staffId ? typed.staffId : null;
  const add = useAct<void>((_, key) => post(file.id, '/parties', { ...typed, name: typed.name.trim(), staffId }, key), {
    refresh: touched(file.id),
    done: clear,
  });
  return (
    <form
      className="stack"
      style={{ marginTop: 6 }}
      onFocus={() => setNear(true)}
      onSubmit={(e) => {
        e.preventDefault();
        add.go();
      }}
    >
      <div className="row">
        <NativeSelect
          className="grow"
          aria-label={t('case.role')}
          value={typed.role}
          onChange={(e) => set({ ...typed, role: e.currentTarget.value })}
          data={ROLES.map((r) => ({ value: r, label: word('role', r) }))}
        />
        <NativeSelect
          className="grow"
          aria-label={t('case.kind')}
          value={typed.kind}
          onChange={(e) => set({ ...typed, kind: e.currentTarget.value })}
          data={[
            { value: 'person', label: t('case.person') },
            { value: 'organisation', label: t('case.organisation') },
          ]}
        />
      </div>
      <div className="row">
        <TextInput
          className="grow"
          placeholder={t('case.name')}
          aria-label={t('case.name')}
          required
          maxLength={300}
          value={typed.name}
          onChange={(e) => set({ ...typed, name: e.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={add.busy}>
          {t('case.addparty')}
        </Button>
      </div>
      {typed.kind === 'person' && (
        <NativeSelect
          label={t('case.isstaff')}
          description={staffId ? t('case.isstaff.says') : undefined}
          value={typed.staffId}
          onChange={(e) => set({ ...typed, staffId: e.currentTarget.value })}
          data={[
            { value: '', label: t('case.isstaff.no') },
            ...(unread ? [{ value: typed.staffId, label: '…' }] : []),
            ...staff.map((s) => ({
              value: s.staffId,
              label: s.staffId === me.staffId ? t('case.isstaff.me', { name: s.name }) : [s.name, s.title].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
      <Fault problem={add.problem} />
    </form>
  );
}
