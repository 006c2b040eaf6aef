import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PostAddress } from '../../api/types.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { itemKey } from './use-item.js';

/** By what else the post is known, where it is known by more than one thing. */
export function OtherAddresses({ itemId, total }: { itemId: string; total: number }) {
  const { t, language } = useText();
  const [asked, ask] = useState(false);
  if (total < 2) return null;
  if (asked) return <Listed itemId={itemId} total={total} />;
  return (
    <div>
      <Button variant="default" onClick={() => ask(true)}>
        {t('triage.addresses', { n: integer(total, language) })}
      </Button>
    </div>
  );
}

function Listed({ itemId, total }: { itemId: string; total: number }) {
  const { t } = useText();
  const list = usePages<PostAddress>([...itemKey(itemId), 'addresses'], `/triage/${itemId}/addresses`);
  return (
    <div className="small">
      <Fault error={list.error} />
      <ul className="plainlist">
        {list.items.map((a) => (
          <li key={a.addressId} className="wrap">
            {a.url ?? t(`triage.sentin.${a.kind === 'picture' ? 'picture' : 'text'}`)}
          </li>
        ))}
      </ul>
      {list.hasNextPage && <More shown={list.items.length} total={total} list={list} />}
    </div>
  );
}
