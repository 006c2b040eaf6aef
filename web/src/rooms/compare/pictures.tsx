import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Comparison } from '../../api/types.js';
import { useKeys } from '../../parts/use-keys.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { stillAt } from '../triage/picture.js';

type Picture = Comparison['pictures'][number];

/** The pictures that both looks have, side by side, with what differs marked; fetched only when asked for, so that nothing shocks by surprise. */
export function ComparedPictures({ of }: { of: Comparison }) {
  const { t, language } = useText();
  const [seen, setSeen] = useState(false);
  const turn = () => setSeen(!seen);
  useKeys({ v: turn });
  return (
    <section className="stack">
      <h2>{t('compare.pictures')}</h2>
      <div>
        <Button variant="default" onClick={turn}>
          {t(seen ? 'compare.hide' : 'compare.reveal')} (v)
        </Button>
      </div>
      {of.pictures.map((picture) => {
        const n = picture.areas.length;
        const says = n === 0 ? t('compare.noareas') : t('compare.areas', { n: integer(n, language) });
        return (
          <div key={picture.part} className="stack">
            <span className="small">
              <b>{t(`compare.part.${picture.part as 'post'}`)}</b> · {says}
            </span>
            {seen && (
              <div className="sides">
                <Marked name={t('compare.earlier')} captureId={of.earlier.id} picture={picture} size={picture.earlier} />
                <Marked name={t('compare.later')} captureId={of.later.id} picture={picture} size={picture.later} />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Marked({ name, captureId, picture, size }: { name: string; captureId: string; picture: Picture; size: Picture['earlier'] }) {
  return (
    <figure>
      <figcaption className="soft small">{name}</figcaption>
      <div className="marked">
        <img src={stillAt(captureId, picture.part)} alt={name} />
        <svg viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden>
          {picture.areas.map(({ x, y, width, height }) => (
            <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} />
          ))}
        </svg>
      </div>
    </figure>
  );
}
