import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { call, get, query } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { CaseFull, NextAct } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Ask, Fault, Loading, State, Steps, When } from '../parts/parts.js';
import { useText } from '../text/language.js';

const WITH_REASON = new Set(['dismiss', 'close', 'reopen', 'propose-fall', 'decline-fall']);

/** The case file: what it is about, what proves it, who is in it, what is due, and what comes next. */
export default function CaseFile() {
  const { t, word } = useText();
  const { id } = useParams();
  const go = useNavigate();
  const me = useMe().data!;
  const file = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => get<CaseFull>(`/cases/${id}`, signal),
    refetchInterval: 15_000,
  });
  const refresh = [['case', id], ['cases'], ['work'], ['counts']];
  const [asked, setAsked] = useState<NextAct | null>(null);
  const [looking, setLooking] = useState('');
  const [names, setNames] = useState<Record<string, string>>({});
  const draft = `draft.note.${id}`;
  const [note, setNote] = useState(() => localStorage.getItem(draft) ?? '');
  const [party, setParty] = useState({ kind: 'person', role: 'accused', name: '' });
  const [deadline, setDeadline] = useState({ what: '', due: '' });
  const post = (path: string) => (body: object, key: string) => call('POST', `/cases/${id}${path}`, body, key);
  const step = useAct<{ next: NextAct; reason?: string }>(
    ({ next, reason }, key) => {
      const { version } = file.data!;
      if (next.act === 'propose-fall') return post('/falls')({ reason, version }, key);
      if (next.act === 'approve-fall' || next.act === 'decline-fall')
        return post('/falls/decision')(
          { decision: next.act === 'approve-fall' ? 'approved' : 'declined', ...(reason ? { reason } : {}), version },
          key,
        );
      return post('/steps')({ to: next.to, version, ...(reason ? { reason } : {}) }, key);
    },
    { refresh },
  );
  const addNote = useAct<void>((_, key) => post('/notes')({ text: note.trim() }, key), {
    refresh,
    done: () => {
      setNote('');
      localStorage.removeItem(draft);
    },
  });
  const addParty = useAct<void>((_, key) => post('/parties')(party, key), { refresh, done: () => setParty({ ...party, name: '' }) });
  const addDeadline = useAct<void>(
    (_, key) => post('/deadlines')({ what: deadline.what, dueAt: new Date(deadline.due).toISOString() }, key),
    { refresh, done: () => setDeadline({ what: '', due: '' }) },
  );
  const meet = useAct<string>((d, key) => post(`/deadlines/${d}/meet`)({}, key), { refresh });
  const assign = useAct<void>((_, key) => post('/assignment')({ staffId: me.staffId, version: file.data!.version }, key), { refresh });
  const unmask = useAct<string, { name: string }>((reason) => get(`/cases/${id}/parties/${looking}${query({ reason })}`), {
    refresh,
    done: ({ name }) => {
      setNames((n) => ({ ...n, [looking]: name }));
      setLooking('');
    },
  });
  if (file.error)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  const c = file.data;
  const act = (next: NextAct) => (WITH_REASON.has(next.act) ? setAsked(next) : step.go({ next }));
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{c.number}</h1>
        <State kind="case" value={c.state} />
        <span className="soft small">
          {t('case.opened', { when: '' })} <When at={c.openedAt} />
        </span>
        <span className="end row small">
          {t('case.assignee')}: {c.assignee?.name ?? t('case.nobody')}
          {c.assignee?.staffId !== me.staffId && may(me, 'case.work') && (
            <Button variant="default" onClick={() => assign.go()}>
              {t('case.takeit')}
            </Button>
          )}
        </span>
      </div>
      {[step, addNote, addParty, addDeadline, meet, assign, unmask].map((a, i) => (
        <Fault key={i} problem={a.problem} />
      ))}
      {c.next.length > 0 && (
        <div className="card">
          <h2>{t('case.next')}</h2>
          <Steps next={c.next} act={act} busy={step.busy} />
        </div>
      )}
      {c.falls
        .filter((f) => !f.decision)
        .map((f) => (
          <div key={f.id} className="card">
            {t('case.fall', { reason: f.reason })} <span className="soft small">{f.proposedBy}</span>
          </div>
        ))}
      <h2>{t('case.posts')}</h2>
      {c.posts.map((p) => (
        <div key={p.postId} className="card stack">
          <div className="row">
            <b>{p.author ?? word('platform', p.platform)}</b>
            <span className="soft">{p.handle}</span>
            {p.postedAt && (
              <span className="soft small">
                <When at={p.postedAt} />
              </span>
            )}
            {p.judgement && <State kind="judgement" value={p.judgement.judgement} />}
            {p.itemId && (
              <Link className="end small" to={`/triage/${p.itemId}?state=judged`}>
                {t('nav.triage')}
              </Link>
            )}
          </div>
          <div className="wrap">{p.text}</div>
          {p.judgement?.claim && (
            <div className="small">
              <span className="soft">{t('triage.truth')}:</span> {p.judgement.claim.truth}
            </div>
          )}
          {p.addresses.map((a) => (
            <div key={a.addressId} className="row small">
              <span className="mono grow">{a.url ?? word('kind', a.kind)}</span>
              {a.observation && (
                <>
                  <State kind="observation" value={a.observation.observation} />
                  <span className="soft">
                    <When at={a.observation.at} only="relative" />
                  </span>
                </>
              )}
            </div>
          ))}
        </div>
      ))}
      <div className="row">
        <h2>{t('case.takedowns')}</h2>
        {c.takedowns.map((d, i) => (
          <Link key={d} to={`/takedowns/${d}`}>
            {i + 1}
          </Link>
        ))}
        {may(me, 'takedown.draft') && (
          <Button variant="light" onClick={() => void go(`/takedowns?case=${c.id}`)}>
            {t('case.takedown')}
          </Button>
        )}
      </div>
      <h2>
        {t('case.exhibits')} ({c.exhibits.length})
      </h2>
      <table className="list">
        <tbody>
          {c.exhibits.map((e) => (
            <tr key={e.id}>
              <td>{e.why}</td>
              <td>
                <State kind="outcome" value={e.outcome} />
              </td>
              <td className="mono">{e.sha256}</td>
              <td>{e.captureId ? <a href={`/api/captures/${e.captureId}/parts/package`}>{t('triage.package')}</a> : e.mediaType}</td>
              <td className="soft">
                <When at={e.sealedAt} only="relative" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('case.parties')}</h2>
      {c.parties.map((p) => (
        <div key={p.id} className="row card">
          <span>
            {word('role', p.role)}: <b>{names[p.id] ?? p.name}</b>
          </span>
          {!names[p.id] && may(me, 'party.read') && (
            <Button className="end" variant="default" onClick={() => setLooking(p.id)}>
              {t('case.unmask')}
            </Button>
          )}
        </div>
      ))}
      {c.mayEnter && (
        <form
          className="row"
          onSubmit={(e) => {
            e.preventDefault();
            addParty.go();
          }}
        >
          <NativeSelect
            aria-label={t('case.role')}
            value={party.role}
            onChange={(e) => setParty({ ...party, role: e.currentTarget.value })}
            data={['accused', 'witness', 'reporter', 'other'].map((r) => ({ value: r, label: word('role', r) }))}
          />
          <TextInput
            placeholder={t('case.name')}
            aria-label={t('case.name')}
            required
            value={party.name}
            onChange={(e) => setParty({ ...party, name: e.currentTarget.value })}
          />
          <Button type="submit" variant="default">
            {t('case.addparty')}
          </Button>
        </form>
      )}
      <h2>{t('case.deadlines')}</h2>
      {c.deadlines.map((d) => (
        <div key={d.id} className="row card">
          <span className="grow">
            {d.what} · <When at={d.dueAt} />
            {d.overdue && <b> · {t('case.overdue')}</b>}
          </span>
          {d.metAt ? (
            <span className="soft">{t('case.met')}</span>
          ) : (
            c.mayEnter && (
              <Button variant="default" onClick={() => meet.go(d.id)}>
                {t('case.meet')}
              </Button>
            )
          )}
        </div>
      ))}
      {c.mayEnter && (
        <form
          className="row"
          onSubmit={(e) => {
            e.preventDefault();
            addDeadline.go();
          }}
        >
          <TextInput
            className="grow"
            placeholder={t('case.deadline')}
            aria-label={t('case.deadline')}
            required
            value={deadline.what}
            onChange={(e) => setDeadline({ ...deadline, what: e.currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            aria-label={t('case.due')}
            required
            value={deadline.due}
            onChange={(e) => setDeadline({ ...deadline, due: e.currentTarget.value })}
          />
          <Button type="submit" variant="default">
            {t('case.adddeadline')}
          </Button>
        </form>
      )}
      <h2>{t('case.notes')}</h2>
      {c.notes.map((n) => (
        <div key={n.id} className="card">
          <div className="wrap">{n.text}</div>
          <span className="soft small">
            {n.by} · <When at={n.at} only="relative" />
          </span>
        </div>
      ))}
      {may(me, 'case.note') && (
        <form
          className="row"
          onSubmit={(e) => {
            e.preventDefault();
            addNote.go();
          }}
        >
          <Textarea
            className="grow"
            autosize
            placeholder={t('case.note')}
            aria-label={t('case.note')}
            required
            value={note}
            onChange={(e) => {
              setNote(e.currentTarget.value);
              localStorage.setItem(draft, e.currentTarget.value);
            }}
          />
          <Button type="submit" variant="default">
            {t('case.addnote')}
          </Button>
        </form>
      )}
      <h2>{t('case.history')}</h2>
      <ul className="timeline small">
        {c.history.map((h, i) => (
          <li key={h.id ?? i}>
            <When at={h.at} only="relative" />
            <span>
              {word('event', h.type ?? '')}{' '}
              <span className="soft">
                {h.actorName} {h.reason}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Ask
        opened={asked !== null}
        close={() => setAsked(null)}
        title={word('act', asked?.act)}
        label={t('case.reason')}
        done={(reason) => {
          step.go({ next: asked!, reason });
          setAsked(null);
        }}
      />
      <Ask
        opened={looking !== ''}
        close={() => setLooking('')}
        title={t('case.unmask')}
        label={t('case.unmaskwhy')}
        done={(reason) => unmask.go(reason)}
      />
    </div>
  );
}
