import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { call } from '../../api/client.js';
import type { Page } from '../../api/types.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';

interface Similar {
  claimId: string;
  text: string;
  falseFrom: string;
  falseTo: string | null;
  score: number;
  strength: string | null;
}
const TYPED_MS = 400;
const [LEAST, MOST] = [10, 2_000];

/** Claims in force that say nearly the same, so that none is drafted twice. */
export function SimilarClaims({ text }: { text: string }) {
  const { t, language } = useText();
  const [asked] = useDebouncedValue(text.trim().slice(0, MOST), TYPED_MS);
  const found = useQuery({
    queryKey: ['claims', 'similar', asked],
    queryFn: ({ signal }) => call<Page<Similar>>('POST', '/claims/similar', { text: asked }, undefined, signal),
    enabled: asked.length >= LEAST,
    placeholderData: (old) => old,
  });
  const alike = (asked.length >= LEAST && found.data?.items.filter((s) => s.strength)) || [];
  if (alike.length === 0) return null;
  return (
    <section className="similar stack" aria-live="polite">
      <b className="small">{t('claim.similar')}</b>
      {alike.map((s) => (
        <div key={s.claimId} className="small row" style={{ flexWrap: 'nowrap' }}>
          <span className="fixed">
            <State kind="strength" value={s.strength} />
          </span>
          <span className="soft fixed">{Math.round(s.score * 100)} %</span>
          <Link className="cut" to={`/claims?id=${s.claimId}`}>
            {s.text}
          </Link>
          <span className="soft end fixed">{t('triage.false', { from: calendarDay(s.falseFrom, language) })}</span>
        </div>
      ))}
    </section>
  );
}
