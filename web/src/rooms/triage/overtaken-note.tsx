import { Alert } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { OvertakenClaim } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';

/** Claims that this post resembles, or was judged by, are false no more: since when, and what that means for it. */
export function OvertakenNote({ claims }: { claims: OvertakenClaim[] }) {
  const { t, language } = useText();
  return claims.map((c) => (
    <Alert key={c.claimId} color="orange" py={6} role="status">
      <b>{t(`over.${c.cause}`, { day: calendarDay(c.since, language) })}</b>:{' '}
      <Link className="plain" to={`/claims/${c.claimId}`}>
        {c.text}
      </Link>
      {c.posts[0] && <div>{t(c.cause === 'retired' ? 'over.post.retired' : `over.post.${c.posts[0].advice}`)}</div>}
    </Alert>
  ));
}
