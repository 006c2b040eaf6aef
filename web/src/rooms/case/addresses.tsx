import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { CaseAddress, CasePost } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault, State } from '../../parts/parts.js';
import { SeenAsMember } from '../../parts/signed-in.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { touched } from './use-case.js';

const FIRST = 4;
interface Shown {
  caseId: string;
  post: CasePost;
}

/** By what a post is known, and what was last seen there: the first few, and all of them where somebody asks. */
export function Addresses({ caseId, post }: Shown) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  const { addresses, addressTotal } = post;
  const whole = addresses.length === addressTotal;
  return (
    <>
      {all && !whole ? (
        <Every caseId={caseId} post={post} />
      ) : (
        <List caseId={caseId} post={post} of={all ? addresses : addresses.slice(0, FIRST)} />
      )}
      {addressTotal > FIRST && (
        <div>
          <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('desk.less') : t('case.alllinks', { n: integer(addressTotal, language) })}
          </Button>
        </div>
      )}
    </>
  );
}

function Every({ caseId, post }: Shown) {
  const list = usePages<CaseAddress>(['case', caseId, 'addresses', post.postId], `/cases/${caseId}/posts/${post.postId}/addresses`);
  const of = list.data ? list.items : post.addresses;
  return (
    <>
      <Fault error={list.error} />
      <List caseId={caseId} post={post} of={of} />
      {list.hasNextPage && <More shown={of.length} total={post.addressTotal} list={list} />}
    </>
  );
}

function List({ caseId, post, of }: Shown & { of: CaseAddress[] }) {
  const { t, word } = useText();
  const me = useMe().data;
  const again = useAct<string>((addressId, key) => call('POST', `/posts/${post.postId}/captures`, { addressId }, key), {
    refresh: touched(caseId),
  });
  return (
    <>
      {of.map((a) => (
        <div key={a.addressId} className="row small">
          <span className={a.seenSignedIn ? 'mono whole' : 'mono grow'}>{a.url ?? word('kind', a.kind)}</span>
          <State kind="observation" value={a.observation?.observation} />
          {a.observation && (
            <span className="soft">
              <Moment at={a.observation.at} only="relative" />
            </span>
          )}
          <SeenAsMember seen={a.seenSignedIn} />
          {a.url && may(me, 'capture.order') && (
            <Button variant="subtle" size="compact-xs" loading={again.busy} onClick={() => again.go(a.addressId)}>
              {t('case.recapture')}
            </Button>
          )}
        </div>
      ))}
      <Fault problem={again.problem} />
    </>
  );
}
