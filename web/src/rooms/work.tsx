import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { call, get } from '../api/client.js';
import { useCounts } from '../api/queries.js';
import type { CaseLine } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading, State, When } from '../parts/parts.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';

interface Work {
  proposals: {
    postId: string;
    text?: string | null;
    firstLine?: string | null;
    title?: string | null;
    judgedAt?: string;
    claim?: string | null;
  }[];
  assigned: CaseLine[];
  deadlines: { id: string; caseId: string; number: string; what: string; dueAt: string }[];
  approvals: {
    claims: { claimId: string; versionId: string; text: string; topic: string; draftedBy: string; draftedAt: string }[];
    falls: { caseId: string; number: string; reason?: string }[];
    roles: { id: string; role: string; name: string; proposedBy?: string }[];
    takedowns: { id: string; number?: string; platform: string; caseNumber?: string }[];
  };
  toSend: { id: string; number?: string; platform: string; caseNumber?: string }[];
  gaveUp: { meaning?: { vi: string; en: string } | string; count?: number; n?: number }[];
}

/** What waits for this person, kind by kind. */
export default function WorkPage() {
  const { t, word, language } = useText();
  const go = useNavigate();
  const work = useQuery({ queryKey: ['work'], queryFn: ({ signal }) => get<Work>('/work', signal), refetchInterval: 20_000 });
  const counts = useCounts(true).data;
  const refresh = [['work'], ['counts'], ['claims'], ['users']];
  const approve = useAct<string>((id, key) => call('POST', `/claim-versions/${id}/approve`, {}, key), { refresh });
  const approveRole = useAct<string>((id, key) => call('POST', `/role-proposals/${id}/approve`, {}, key), { refresh });
  const open = useAct<string, { id: string }>((postId, key) => call('POST', '/cases', { postId }, key), {
    refresh,
    done: (c) => void go(`/cases/${c.id}`),
  });
  if (work.error)
    return (
      <div className="pad">
        <Fault error={work.error} />
      </div>
    );
  if (!work.data) return <Loading />;
  const w = work.data;
  const section = (title: TextKey, lines: ReactNode[]) =>
    lines.length > 0 && (
      <section key={title}>
        <h2>
          {t(title)} ({lines.length})
        </h2>
        <div className="stack">{lines}</div>
      </section>
    );
  const sections = [
    section(
      'work.proposals',
      w.proposals.map((p) => (
        <div key={p.postId} className="card row">
          <span className="grow two">{p.title ?? p.firstLine ?? p.text ?? p.claim ?? p.postId}</span>
          <Button onClick={() => open.go(p.postId)}>{t('work.open')}</Button>
        </div>
      )),
    ),
    section(
      'work.claims',
      w.approvals.claims.map((c) => (
        <div key={c.versionId} className="card row">
          <span className="grow">
            <b>{c.text}</b>
            <br />
            <span className="soft small">
              {c.topic} · {t('claim.by', { name: c.draftedBy })} · <When at={c.draftedAt} only="relative" />
            </span>
          </span>
          <Link to={`/claims?id=${c.claimId}`}>…</Link>
          <Button onClick={() => approve.go(c.versionId)}>{t('claim.approve')}</Button>
        </div>
      )),
    ),
    section(
      'work.falls',
      w.approvals.falls.map((f) => (
        <Link key={f.caseId} className="card" to={`/cases/${f.caseId}`}>
          {f.number} {f.reason}
        </Link>
      )),
    ),
    section(
      'work.takedowns',
      w.approvals.takedowns.map((d) => (
        <Link key={d.id} className="card" to={`/takedowns/${d.id}`}>
          {d.number ?? ''} {word('platform', d.platform)} {d.caseNumber}
        </Link>
      )),
    ),
    section(
      'work.toSend',
      w.toSend.map((d) => (
        <Link key={d.id} className="card" to={`/takedowns/${d.id}`}>
          {d.number ?? ''} {word('platform', d.platform)} {d.caseNumber}
        </Link>
      )),
    ),
    section(
      'work.roles',
      w.approvals.roles.map((r) => (
        <div key={r.id} className="card row">
          <span className="grow">
            {r.name}: <b>{word('role', r.role)}</b>
          </span>
          <Button onClick={() => approveRole.go(r.id)}>{t('users.approve')}</Button>
        </div>
      )),
    ),
    section(
      'work.deadlines',
      w.deadlines.map((d) => (
        <Link key={d.id} className="card" to={`/cases/${d.caseId}`}>
          {d.number} · {d.what} · <When at={d.dueAt} />
        </Link>
      )),
    ),
    section(
      'work.assigned',
      w.assigned.map((c) => (
        <Link key={c.id} className="card row" to={`/cases/${c.id}`} style={{ color: 'inherit', textDecoration: 'none' }}>
          <b>{c.number}</b>
          <State kind="case" value={c.state} />
          <span className="grow cut">{c.title}</span>
        </Link>
      )),
    ),
    section(
      'work.gaveUp',
      w.gaveUp.map((g, i) => (
        <div key={i} className="card">
          {typeof g.meaning === 'object' ? g.meaning[language] : g.meaning} {g.count ?? g.n}
        </div>
      )),
    ),
  ].filter(Boolean);
  return (
    <div className="pad">
      <h1>{t('nav.work')}</h1>
      {[approve, approveRole, open].map((a, i) => (
        <Fault key={i} problem={a.problem} />
      ))}
      {sections.length > 0 ? sections : <p className="soft">{t('work.none', { n: counts?.triage ?? 0 })}</p>}
    </div>
  );
}
