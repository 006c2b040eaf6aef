import { act, type Act } from '../act.js';
import { firstOf } from '../report.js';
import { count, type Brought, type World } from '../world.js';

/** An operator enters what a caller says: a link, or words alone; of a picture nobody tells by phone. */
export function phoneActs(w: World): Act[] {
  const [post] = w.posts;
  const brought: Brought[] = post ? [post.brought] : [{ url: `https://mang.example/bai/${w.n}-dien-thoai` }, { text: w.words }];
  return brought
    .filter((each) => !('picture' in each))
    .map((each) =>
      act({
        name: `report by phone of a ${'url' in each ? 'link' : 'text'}`,
        duty: 'enter a report',
        path: '/api/phone-reports',
        body: { ...each, note: 'Người gọi kể lại' },
        log: post || 'url' in each ? ['report.received'] : ['report.received', 'submission.sealed'],
        done: (_, __, told) => {
          count(w, 'reports-received');
          if (!post) firstOf(w, told[0].subject!, each);
        },
        weight: post ? 0.1 : 0.3,
      }),
    );
}
