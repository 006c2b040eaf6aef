import { Button } from '@mantine/core';
import { useState } from 'react';
import type { components } from '../../api/schema.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { CaptureLine } from './capture-line.js';

interface Older {
  postId: string;
  /** what is shown already */
  known: ReadonlySet<string>;
  total: number;
}

/** The captures of a post that its file no longer tells, where somebody asks for them. */
export function OlderCaptures(older: Older) {
  const { t } = useText();
  const [asked, ask] = useState(false);
  if (asked) return <Listed {...older} />;
  return (
    <Button variant="default" onClick={() => ask(true)}>
      {t('desk.older', { n: older.total - older.known.size })}
    </Button>
  );
}

function Listed({ postId, known, total }: Older) {
  const list = usePages<components['schemas']['ListedCapture']>(`captures ${postId}`, `/posts/${postId}/captures`);
  const older = list.items.filter((c) => !known.has(c.id));
  return (
    <>
      <Fault error={list.error} />
      <ul className="timeline">
        {older.map((c) => (
          <CaptureLine key={c.id} capture={c} />
        ))}
      </ul>
      {list.hasNextPage && <More shown={known.size + older.length} total={total} list={list} />}
    </>
  );
}
