import { act, because, type Act } from '../act.js';
import type { World } from '../world.js';

const claimOf = ({ words }: World): Record<string, unknown> => ({
  topic: 'y-te',
  harm: 'high',
  wordings: [{ language: 'vi', text: words }],
  truth: 'Không đúng.',
  sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-01-01' }],
  falseFrom: '2026-01-01',
  falseTo: null,
});

/** The registry: drafted by one, put in force by another, retired. */
export function claimActs(w: World): Act[] {
  const acts: Act[] = [];
  if (w.claims.length === 0)
    acts.push(
      act({
        name: 'claim draft',
        duty: 'draft a claim',
        path: '/api/claims',
        body: claimOf(w),
        log: ['claim.drafted'],
        done: ({ claimId, versionId }, by) =>
          void w.claims.push({
            kind: 'claim',
            id: claimId,
            state: 'draft',
            version: 1,
            versions: [{ id: versionId, by, approved: false }],
          }),
      }),
    );
  for (const claim of w.claims) {
    const inForce = claim.versions.findLastIndex((v) => v.approved);
    acts.push(
      act({
        name: 'claim change',
        duty: 'draft a claim',
        path: `/api/claims/${claim.id}/versions`,
        body: claimOf(w),
        unsure: claim.state === 'retired',
        log: ['claim.drafted'],
        done: ({ versionId }, by) => void claim.versions.push({ id: versionId, by, approved: false }),
        of: claim,
        weight: 0.3,
      }),
      act({
        name: 'claim retirement',
        duty: 'draft a claim',
        path: `/api/claims/${claim.id}/retirement`,
        body: { reason: 'Nguồn đã đổi kết luận', version: claim.version },
        forbids: () => because([claim.state !== 'approved', 'it is not in force'], [claim.retiring !== undefined, 'it is proposed']),
        log: ['claim.retirement-proposed'],
        done: (_, by) => {
          claim.retiring = by;
          claim.version++;
        },
        of: claim,
        weight: 0.1,
      }),
      ...[true, false].map((agreed) =>
        act({
          name: agreed ? 'claim retire' : 'claim kept',
          duty: 'approve a claim',
          path: `/api/claims/${claim.id}/retirement/decision`,
          body: { agreed, version: claim.version },
          forbids: (who) => because([claim.retiring === undefined, 'nobody proposed it'], [claim.retiring === who, 'own work']),
          log: [agreed ? 'claim.retired' : 'claim.retirement-declined'],
          done: () => {
            claim.retiring = undefined;
            claim.version++;
            if (agreed) claim.state = 'retired';
          },
          of: claim,
          single: true,
          weight: 0.3,
        }),
      ),
      ...claim.versions.slice(-2).flatMap((version) => {
        const number = claim.versions.indexOf(version);
        const authors = claim.versions.slice(inForce + 1, number + 1).map((v) => v.by);
        const approve = act({
          name: 'claim approve',
          duty: 'approve a claim',
          path: `/api/claim-versions/${version.id}/approve`,
          forbids: (who) =>
            because(
              [claim.state === 'retired', 'it was retired'],
              [number <= inForce, 'a newer one is in force'],
              [authors.includes(who), 'own work'],
              [version.returned === true, 'it was sent back'],
            ),
          log: ['claim.approved'],
          done: () => {
            version.approved = true;
            claim.state = 'approved';
            claim.version++;
          },
          of: claim,
          single: true,
        });
        const sendBack = act({
          name: 'claim return',
          duty: 'approve a claim',
          path: `/api/claim-versions/${version.id}/return`,
          body: { reason: 'Nêu rõ nguồn hơn', version: claim.version },
          forbids: (who) =>
            because(
              [claim.state === 'retired', 'it was retired'],
              [version !== claim.versions.at(-1), 'a newer one is written'],
              [version.approved, 'it is in force'],
              [authors.includes(who), 'own work'],
              [version.returned === true, 'it was sent back'],
            ),
          log: ['claim.returned'],
          done: () => {
            version.returned = true;
            claim.version++;
          },
          of: claim,
          weight: 0.2,
        });
        return [approve, sendBack];
      }),
    );
  }
  return acts;
}
