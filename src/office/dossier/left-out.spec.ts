import { expect, test } from '@jest/globals';
import { dossierTable } from './dossier-table.js';
import { eventsWithout } from './left-out.js';

const event = (type: string, office: Record<string, unknown> | null, subject = 'vụ') => ({ type, subject, office });

test('what tells who reported is in no timeline of a dossier: not the report, not its sender as a party, not who asked for their name', async () => {
  const happened = [
    event('case.opened', { caseId: 'vụ' }),
    event('report.received', { reportId: 'tin', postId: 'bài' }, 'bài'),
    event('submission.sealed', { reportId: 'tin' }),
    event('submission.read', { addressId: 'ảnh' }),
    event('identity.requested', { requestId: '1' }),
    event('case.party-added', { partyId: 'người báo', role: 'reporter' }),
    event('case.party-added', { partyId: 'người vi phạm', role: 'accused' }),
    event('personal-data.read', { kind: 'party', readId: '2' }, 'người báo'),
    event('personal-data.read', { kind: 'party', readId: '3' }, 'người vi phạm'),
    event('post.split', { postId: 'bài', newPostId: 'bài khác', reportId: 'tin' }),
    event('clock.moved', null),
    event('retention.purged', { kind: 'reporter', refId: 'tin' }, 'bài'),
  ];
  const read = async function* () {
    yield* happened;
  };
  const told: unknown[] = [];
  for await (const line of eventsWithout(read(), dossierTable.left_out, new Set(['người báo']))) told.push(line);
  const split = event('post.split', { postId: 'bài', newPostId: 'bài khác' });
  expect(told).toEqual([happened[0], happened[6], happened[8], split, happened[10]]);
});
