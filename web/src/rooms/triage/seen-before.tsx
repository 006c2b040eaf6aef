import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { SeenBefore as Seen } from '../../api/types.js';
import { ItemState } from '../../parts/item-state.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { State } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { sentAt, stillAt } from './picture.js';
import { itemKey } from './use-item.js';
import './seen-before.css';

type Likeness = Seen['likenesses'][number];
const BITS = 256;

/** Other posts that show nearly the same picture or text, those in a case first. A hint: whoever reads compares. */
export default function SeenBefore({ itemId }: { itemId: string }) {
  const { t } = useText();
  const list = usePages<Seen>([...itemKey(itemId), 'seen-before'], `/triage/${itemId}/seen-before`, { limit: 5 });
  if (list.items.length === 0) return null;
  return (
    <section className="seen-before card stack" aria-labelledby="seen-before">
      <h2 id="seen-before">{t('seen.title')}</h2>
      <ul className="plainlist stack">
        {list.items.map((seen) => (
          <SeenLine key={seen.id} seen={seen} />
        ))}
      </ul>
      {list.hasNextPage && <More shown={list.items.length} list={list} />}
    </section>
  );
}

function SeenLine({ seen: s }: { seen: Seen }) {
  const { t, word } = useText();
  const [shown, show] = useState(false);
  const pictures = s.likenesses.filter((l) => l.kind === 'picture');
  return (
    <li className="stack">
      <div className="row">
        {s.case ? (
          <>
            <Link to={`/cases/${s.case.id}`}>{t(s.earlier ? 'seen.incase' : 'seen.laterincase', { number: s.case.number })}</Link>
            <State kind="case" value={s.case.state} />
          </>
        ) : (
          s.itemId && <Link to={`/triage/${s.itemId}`}>{t(s.earlier ? 'seen.inpost' : 'seen.laterinpost')}</Link>
        )}
        {s.removal && (
          <Link className="plain" to={`/takedowns/${s.removal.takedownId}`}>
            {s.removal.reference} <ItemState value={s.removal.state} />
          </Link>
        )}
      </div>
      <div className="small soft">
        {[s.author, s.platform && word('platform', s.platform)].filter(Boolean).join(' · ')} · <Moment at={s.at} />
      </div>
      {s.url && <div className="small soft wrap">{s.url}</div>}
      <div className="row small">
        {s.likenesses.map((l) => (
          <span key={l.kind}>{t(`seen.${l.kind}`, { n: l.distance, of: BITS })}</span>
        ))}
      </div>
      {pictures.length > 0 && (
        <div>
          <Button variant="default" onClick={() => show(!shown)}>
            {t(shown ? 'seen.hide' : 'seen.reveal')}
          </Button>
        </div>
      )}
      {shown && pictures.map((l) => <SideBySide key={l.kind} likeness={l} />)}
    </li>
  );
}

function SideBySide({ likeness: { here, there } }: { likeness: Likeness }) {
  const { t } = useText();
  return (
    <div className="side-by-side">
      {([here, there] as const).map((of, i) => {
        const source = sourceOf(of);
        const said = t(i === 0 ? 'seen.here' : 'seen.there');
        return (
          <figure key={said}>
            {source && <img src={source} alt={said} />}
            <figcaption className="small soft">{said}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}
const sourceOf = ({ captureId, addressId, picturePart }: Likeness['here']): string | null =>
  captureId ? picturePart && stillAt(captureId, picturePart) : addressId && sentAt(addressId);
