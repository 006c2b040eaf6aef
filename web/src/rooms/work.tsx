import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { every } from '../live/bus.js';
import { get } from '../api/client.js';
import { may, useCounts, useMe } from '../api/queries.js';
import type { Work } from '../api/types.js';
import '../parts/desks.css';
import { Fault, Loading } from '../parts/parts.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';
import { integer } from '../text/time.js';
import { IdentityAnswered, IdentityApproval } from './work-identities.js';
import { CaseToDo, ClaimToDo, ClaimToReword, CorrectionToDo, DeadlineToDo, FallToDo, OvertakenToDo, TakedownToDo } from './work-lines.js';
import { PenaltyNotYetLine, PenaltyToDoLine } from './work-penalty.js';
import { ProposalCard } from './work-proposal.js';
import { PostsToJudge } from './work-queue.js';
import { RetriedLine, RetryWork } from './work-retry.js';

// few may approve these, and the first page waits for nothing that it does not need
const people = () => import('./work-people.js');
const RoleToApprove = lazy(async () => ({ default: (await people()).RoleToApprove }));
const TitleToApprove = lazy(async () => ({ default: (await people()).TitleToApprove }));
const SignedOut = lazy(async () => ({ default: (await people()).SignedOut }));
const ResetToApprove = lazy(async () => ({ default: (await people()).ResetToApprove }));
const keeping = () => import('./work-keeping.js');
const PurgeToLetGo = lazy(async () => ({ default: (await keeping()).PurgeToLetGo }));
const HoldToRelease = lazy(async () => ({ default: (await keeping()).HoldToRelease }));

interface Kind {
  name: string;
  lines: ReactNode[];
  /** the list that holds them all */
  list: string;
}

/** Everything that waits, kind by kind, what others wait for first. */
function kindsOf(w: Work, language: 'vi' | 'en'): Kind[] {
  const { approvals: a, penalties: p } = w;
  const kind = <T,>(name: string, all: T[], list: string, line: (of: T) => ReactNode): Kind => ({ name, lines: all.map(line), list });
  const cases = (name: string, all: Work['assigned'], list: string, place?: string) =>
    kind(name, all, list, (c) => <CaseToDo key={c.id} line={c} place={place} />);
  const penalties = (name: string, all: Work['penalties']['toSign'], list: string) =>
    kind(name, all, list, (d) => <PenaltyToDoLine key={`${d.penaltyId ?? d.violationId} ${d.why}`} line={d} />);
  const takedowns = (name: string, all: Work['toSend'], list: string) =>
    kind(name, all, list, (d) => <TakedownToDo key={d.takedownId} line={d} />);
  const corrections = (name: string, all: Work['toCorrect']) =>
    kind(name, all, '/corrections', (c) => <CorrectionToDo key={`${c.correctionId} ${c.why}`} line={c} />);
  return [
    kind('answers', w.answers, '/intake', (x) => <IdentityAnswered key={x.requestId} line={x} />),
    kind('proposals', w.proposals, '/triage?state=judged', (x) => <ProposalCard key={`${x.postId} ${x.judgementId}`} proposal={x} />),
    kind('identities', a.identities, '/overview/identity-requests', (x) => <IdentityApproval key={x.requestId} line={x} />),
    kind('claims', a.claims, '/claims', (x) => <ClaimToDo key={x.versionId + x.why} line={x} />),
    kind('falls', a.falls, '/cases', (x) => <FallToDo key={x.proposalId} line={x} />),
    penalties('toSign', p.toSign, '/penalties?state=draft&returned=false'),
    penalties('toApprove', p.toApprove, '/overview/complaints-to-answer'),
    takedowns('takedowns', a.takedowns, '/takedowns?state=draft&returned=false'),
    corrections('corrections', a.corrections),
    kind('toReword', w.toReword, '/claims', (x) => <ClaimToReword key={x.versionId} line={x} />),
    corrections('toCorrect', w.toCorrect),
    takedowns('toRedraft', w.toRedraft, '/takedowns?state=draft&returned=true'),
    takedowns('reappeared', w.reappeared, '/takedowns?view=links&state=reappeared'),
    takedowns('late', w.late, '/takedowns?overdue=true'),
    takedowns('toSend', w.toSend, '/takedowns'),
    cases('toDraft', w.toDraft, '/cases?state=confirmed'),
    penalties('toDecide', p.toDecide, '/penalties?view=records&state=drawn'),
    penalties('toAnswer', p.toAnswer, '/overview/complaints-to-accept'),
    penalties('toServe', p.toServe, '/penalties'),
    penalties('toCollect', p.toCollect, '/penalties?sort=due'),
    penalties('toDraw', p.toDraw, '/penalties?view=records&state=draft'),
    cases('toRecord', p.toRecord, '/cases?state=confirmed', '#penalties'),
    kind('toSignLater', p.toSignLater, '/penalties?state=draft', (d) => <PenaltyNotYetLine key={d.penaltyId} line={d} />),
    kind('purges', a.purges, '/cases?view=keeping&list=submitted', (x) => <PurgeToLetGo key={x.batchId} line={x} />),
    kind('releases', a.releases, '/cases?view=keeping', (x) => <HoldToRelease key={x.releaseId} line={x} />),
    kind('roles', a.roles, '/users', (x) => <RoleToApprove key={x.proposalId} line={x} />),
    kind('titles', a.titles, '/users', (x) => <TitleToApprove key={x.proposalId} line={x} />),
    kind('resets', a.resets, '/users', (x) => <ResetToApprove key={x.proposalId} line={x} />),
    kind('signedOut', w.signedOut, '/users?tab=profiles', (x) => <SignedOut key={x.id} line={x} />),
    kind('overtaken', w.overtaken, '/cases?overtaken=true', (x) => <OvertakenToDo key={x.caseId + x.claimId} line={x} />),
    kind('deadlines', w.deadlines, '/cases?assignee=me&open=true&sort=due', (x) => <DeadlineToDo key={x.id} line={x} />),
    cases('assigned', w.assigned, '/cases?assignee=me&open=true'),
    kind('gaveUp', w.gaveUp, '/overview', (x) => (
      <div key={x.handler} className="card">
        {x.meaning[language]} {x.retry && <RetryWork handler={x.handler} />}
      </div>
    )),
    kind('retried', w.retried, '/overview', (x) => <RetriedLine key={x.handler} line={x} />),
  ].filter(({ lines }) => lines.length > 0);
}

/** What waits for this person, kind by kind. */
export default function WorkPage() {
  const { t, language } = useText();
  const work = useQuery({ queryKey: ['work'], queryFn: ({ signal }) => get<Work>('/work', signal), refetchInterval: every(20_000) });
  const judges = may(useMe().data, 'triage.judge');
  const toJudge = (useCounts(true).data?.triage ?? 0) * Number(judges);
  if (work.error && !work.data)
    return (
      <div className="pad">
        <Fault error={work.error} />
      </div>
    );
  if (!work.data) return <Loading />;
  const { more } = work.data;
  const kinds = kindsOf(work.data, language);
  return (
    <div className="pad">
      <h1>{t('nav.work')}</h1>
      {kinds.length > 0 || toJudge > 0 ? (
        <div className="sections">
          {toJudge > 0 && <PostsToJudge waiting={toJudge} />}
          {kinds.map(({ name, lines, list }) => (
            <section key={name}>
              <h2>
                {t(`work.${name}` as TextKey)} ({integer(lines.length + (more[name] ?? 0), language)})
              </h2>
              <div className="stack">
                <Suspense>{lines}</Suspense>
                {more[name] && (
                  <Link className="plain small" to={list}>
                    {t('work.more', { n: integer(more[name], language) })}
                  </Link>
                )}
              </div>
            </section>
          ))}
        </div>
      ) : (
        <p className="soft">{t('work.none')}</p>
      )}
    </div>
  );
}
