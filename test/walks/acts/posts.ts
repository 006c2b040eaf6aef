import { act, because, type Act } from '../act.js';
import { count, holderOf, judgementOf, type Post, type World } from '../world.js';

const FALSE = 'false-statement-of-fact';
const REASON = 'đã đọc và đối chiếu';

/** Judging what was reported, judging again, and taking a judgement back while there is time. */
export function postActs(w: World): Act[] {
  return w.posts.flatMap((post) => (post.itemId ? judging(w, post, post.itemId) : []));
}

function judging(w: World, post: Post, itemId: string): Act[] {
  const stands = judgementOf(post);
  const rested = holderOf(w, post) ?? w.cases.find((c) => c.post === post && c.closedConfirmed && c.state === 'closed');
  const path = `/api/triage/${itemId}/judgement`;
  const judge = (judgement: string, weight: number, matchId: string | null): Act =>
    act({
      name: `judge ${judgement === FALSE ? 'false' : 'otherwise'}`,
      duty: 'judge',
      path,
      body: { judgement, version: post.version, ...(stands ? { again: true } : {}), reason: REASON, ...(matchId ? { matchId } : {}) },
      forbids: () =>
        because(
          [stands !== null && rested !== undefined, 'a case rests on it'],
          [judgement === FALSE && matchId === null && !post.matchNamed, 'no claim is named'],
          [judgement === FALSE && post.claim?.state !== 'approved', 'the claim is not in force'],
        ),
      unsure:
        judgement === FALSE && ((matchId === null && post.matchNamed) || (post.claim?.versions.filter((v) => v.approved).length ?? 0) > 1),
      log: ['post.judged'],
      done: ({ judgementId, version }, by) => {
        post.judgements.push({ id: judgementId, judgement, by, undoable: true, settled: false, version, superseding: stands !== null });
        post.version = version;
        post.matchNamed ||= matchId !== null;
        count(w, 'posts-judged');
      },
      of: post,
      weight,
    });
  return [
    judge(FALSE, stands ? 0.2 : 3, post.matchId),
    judge(FALSE, 0.1, null),
    judge('satire', 0.3, null),
    ...(stands
      ? [
          act({
            name: 'judgement undo',
            duty: 'judge',
            method: 'DELETE',
            path,
            forbids: (who) =>
              because([!stands.undoable, 'too late'], [stands.by !== who, 'not their own'], [stands.settled, 'a case was opened on it']),
            log: ['judgement.undone'],
            done: ({ version }) => {
              post.judgements.pop();
              post.version = version;
              count(w, 'judgements-undone');
            },
            of: post,
            single: true,
            weight: 0.4,
          }),
        ]
      : []),
  ];
}
