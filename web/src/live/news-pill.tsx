import { Button } from '@mantine/core';
import { createPortal } from 'react-dom';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { useOffers } from './offers.js';

/** New rows wait to be asked for, so that nothing moves under the pointer. */
export function NewsPill() {
  const { t, language } = useText();
  const offers = [...useOffers().values()];
  const main = document.querySelector('main');
  if (offers.length === 0 || !main) return null;
  const n = offers.reduce((sum, o) => sum + (o.n ?? 0), 0);
  return createPortal(
    <div className="news-pill">
      <Button
        radius="xl"
        onClick={() => {
          for (const { renew } of offers) renew();
        }}
      >
        {n > 0 ? t('live.new', { n: integer(n, language) }) : t('live.changed')}
      </Button>
    </div>,
    main,
  );
}
