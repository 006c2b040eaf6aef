import { useEffect, useRef, useState } from 'react';
import { announcePlace } from '../../parts/announce.js';
import { useKeys } from '../../parts/use-keys.js';
import { useText } from '../../text/language.js';
import { Help } from './help.js';
import { TriageItem } from './item.js';
import { QueuePane } from './queue.js';
import './triage.css';
import { useJudging } from './use-judging.js';
import { useQueue } from './use-queue.js';

/** The queue and the post that is open; the address holds both. */
export default function Triage() {
  const { t } = useText();
  const queue = useQueue();
  const judging = useJudging(queue);
  const [help, setHelp] = useState(false);
  const { id, at, items } = queue;
  const here = useRef<HTMLDivElement>(null);
  useKeys({
    j: queue.next,
    k: queue.previous,
    ArrowRight: () => queue.unfold(),
    ArrowLeft: queue.unfolded ? queue.fold : undefined,
    b: () => void judging.nextCopy(),
    '?': () => setHelp(true),
  });
  useEffect(() => {
    if (at >= 0) announcePlace(t('triage.place', { n: at + 1, of: items.length, text: items[at].firstLine ?? '' }));
  }, [id]);
  useEffect(() => {
    // on a telephone the page itself scrolls: another post begins at its beginning
    here.current?.scrollIntoView({ block: 'start' });
  }, [id]);
  return (
    <div className="triage" ref={here} data-open={id !== undefined || undefined}>
      <QueuePane queue={queue} judging={judging} />
      {id ? (
        <TriageItem key={id} id={id} judging={judging} help={() => setHelp(true)} />
      ) : (
        <section className="pane soft">{t(queue.isSuccess && items.length === 0 ? 'triage.empty' : 'triage.pick')}</section>
      )}
      <Help opened={help} close={() => setHelp(false)} />
    </div>
  );
}
