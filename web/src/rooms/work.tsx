import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { every } from '../live/bus.js';
import { get } from '../api/client.js';
import { useCounts } from '../api/queries.js';
import type { CaseLine, Work } from '../api/types.js';
import { Moment } from '../parts/moment.js';
import { Fault, Loading, State } from '../parts/parts.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';
import { ClaimApproval } from './claims/claim-approval.js';
import { ResetApproval } from './users/reset-approval.js';
import { RoleApproval } from './users/role-approval.js';
import { TitleApproval } from './users/title-approval.js';
import type { ToDo } from './penalties/types.js';
import { IdentityAnswered, IdentityApproval } from './work-identities.js';
import { PenaltyToDoLine } from './work-penalty.js';
import { ProposalCard } from './work-proposal.js';
import { RetryWork } from './work-retry.js';

/** What waits for this person, kind by kind. */
export default function WorkPage() {
  const { t, word, language } = useText();
  const work = useQuery({ queryKey: ['work'], queryFn: ({ signal }) => get<Work>('/work', signal), refetchInterval: every(20_000) });
  const counts = useCounts(true).data;
  if (work.error && !work.data)
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
  const takedown = (d: Work['toSend'][number] & { writtenBy?: string | null }) => (
    <Link key={d.takedownId} className="card row unlined" to={`/takedowns/${d.takedownId}`}>
      <b>{d.reference}</b>
      <State kind="takedown" value={d.state} />
      <span className="grow">{word('platform', d.platform)}</span>
      <span className="soft small">
        {d.number}
        {d.writtenBy && ` · ${d.writtenBy}`}
      </span>
    </Link>
  );
  const correction = (c: Work['toCorrect'][number]) => (
    <Link key={`${c.correctionId} ${c.why}`} className="card row unlined" to={`/corrections/${c.correctionId}`}>
      <b>{t(`work.correct.${c.why}`)}</b>
      <span className="grow cut">{c.title || c.said}</span>
      <span className="soft small">
        {c.by} · <Moment at={c.at} only="relative" />
      </span>
    </Link>
  );
  const penalty = (p: ToDo) => <PenaltyToDoLine key={`${p.penaltyId ?? p.violationId} ${p.why}`} line={p} />;
  const caseLine = (c: CaseLine, place = '') => (
    <Link key={c.id} className="card row unlined" to={`/cases/${c.id}${place}`}>
      <b>{c.number}</b>
      <State kind="case" value={c.state} />
      <span className="grow cut">{c.title}</span>
      {c.groundLost > 0 && <span className="late small">{t('case.groundgone')}</span>}
    </Link>
  );
  const sections = [
    section(
      'work.answers',
      w.answers.map((a) => <IdentityAnswered key={a.requestId} line={a} />),
    ),
    section(
      'work.proposals',
      w.proposals.map((p) => <ProposalCard key={`${p.postId} ${p.judgementId}`} proposal={p} />),
    ),
    section(
      'work.identities',
      w.approvals.identities.map((i) => <IdentityApproval key={i.requestId} line={i} />),
    ),
    section(
      'work.claims',
      w.approvals.claims.map((c) => (
        <div key={c.versionId} className="card row">
          <span className="grow">
            <Link className="unlined" to={`/claims?id=${c.claimId}`}>
              {c.text}
            </Link>
            <br />
            <span className="soft small">
              {word('topic', c.topic)} · {t('claim.by', { name: c.draftedBy ?? '' })} ·{' '}
              <Moment at={c.draftedAt} clock="true" only="relative" />
            </span>
          </span>
          <ClaimApproval claimId={c.claimId} text={c.text} />
        </div>
      )),
    ),
    section(
      'work.falls',
      w.approvals.falls.map((f) => (
        <Link key={f.proposalId} className="card row unlined" to={`/cases/${f.caseId}`}>
          <b>{f.number}</b>
          <span className="grow">
            <b>{t(f.what === 'fall' ? 'case.whatfall' : 'case.whatreopening')}</b> {f.reason}
          </span>
          <span className="soft small">{f.proposedBy}</span>
        </Link>
      )),
    ),
    section('work.toSign', w.penalties.toSign.map(penalty)),
    section('work.takedowns', w.approvals.takedowns.map(takedown)),
    section('work.corrections', w.approvals.corrections.map(correction)),
    section('work.toCorrect', w.toCorrect.map(correction)),
    section('work.late', w.late.map(takedown)),
    section('work.toSend', w.toSend.map(takedown)),
    section(
      'work.toDraft',
      w.toDraft.map((c) => caseLine(c)),
    ),
    section('work.toDecide', w.penalties.toDecide.map(penalty)),
    section('work.toServe', w.penalties.toServe.map(penalty)),
    section('work.toCollect', w.penalties.toCollect.map(penalty)),
    section('work.toDraw', w.penalties.toDraw.map(penalty)),
    section(
      'work.toRecord',
      w.penalties.toRecord.map((c) => caseLine(c, '#penalties')),
    ),
    section(
      'work.roles',
      w.approvals.roles.map((r) => (
        <div key={r.proposalId} className="card row">
          <span className="grow">
            {r.name}: <b>{word('role', r.role)}</b> <span className="soft small">{r.proposedBy}</span>
          </span>
          <RoleApproval asked={r} />
        </div>
      )),
    ),
    section(
      'work.titles',
      w.approvals.titles.map((x) => (
        <div key={x.proposalId} className="card row">
          <span className="grow">
            {x.name}: <b>{word('title', x.title)}</b> <span className="soft small">{x.proposedBy}</span>
          </span>
          <TitleApproval asked={x} />
        </div>
      )),
    ),
    section(
      'work.resets',
      w.approvals.resets.map((r) => (
        <div key={r.proposalId} className="card row">
          <span className="grow">
            {r.name} <span className="soft small">{r.proposedBy}</span>
          </span>
          <ResetApproval asked={r} />
        </div>
      )),
    ),
    section(
      'work.deadlines',
      w.deadlines.map((d) => (
        <Link key={d.id} className="card row unlined" to={`/cases/${d.caseId}`}>
          <b>{d.number}</b>
          <span className="grow">{d.what}</span>
          <span className={d.overdue ? '' : 'soft'}>
            {d.overdue && <b>{t('takedown.overdue')} · </b>}
            <Moment at={d.dueAt} />
          </span>
        </Link>
      )),
    ),
    section(
      'work.assigned',
      w.assigned.map((c) => caseLine(c)),
    ),
    section(
      'work.gaveUp',
      w.gaveUp.map((g) => (
        <div key={g.handler} className="card">
          {g.meaning[language]} {g.retry && <RetryWork handler={g.handler} />}
        </div>
      )),
    ),
    section(
      'work.retried',
      w.retried.map((r) => (
        <div key={r.handler} className="card">
          {r.meaning[language]}: <span className="soft">{t('work.retriedstate', { done: r.done, waiting: r.waiting, dead: r.dead })}</span>
        </div>
      )),
    ),
  ].filter(Boolean);
  return (
    <div className="pad">
      <h1>{t('nav.work')}</h1>
      {sections.length > 0 ? (
        <div className="sections">{sections}</div>
      ) : (
        <p className="soft">
          {t('work.none')} {counts?.triage ? t('work.queue', { n: counts.triage }) : ''}
        </p>
      )}
    </div>
  );
}
