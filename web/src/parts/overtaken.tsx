import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { OvertakenClaim } from '../api/types.js';
import { useText } from '../text/language.js';
import { calendarDay, integer } from '../text/time.js';

interface Shown<C extends OvertakenClaim> {
  claims: C[];
  /** what it means for what is shown, besides for each post */
  says?: ReactNode;
  more?: (claim: C) => ReactNode;
}

/** What is shown rests on claims that are false no more: since when, and what that means for the posts. */
export function Overtaken<C extends OvertakenClaim>({ claims, says, more }: Shown<C>) {
  const { t, language } = useText();
  return claims.map((claim) => {
    const { claimId, text, cause, since, counts } = claim;
    const line = (key: 'over.n.still' | 'over.n.unknown' | `over.n.anew.${typeof cause}`, n: number) =>
      n > 0 && <div>{t(key, { n: integer(n, language) })}</div>;
    return (
      <Alert key={claimId} color="orange" py={6} role="status" className="wrap">
        <b>{t(`over.${cause}`, { day: calendarDay(since, language) })}</b>:{' '}
        <Link className="plain" to={`/claims/${claimId}`}>
          {text}
        </Link>
        {line(`over.n.anew.${cause}`, counts.lookAnew)}
        {line('over.n.unknown', counts.dateUnknown)}
        {line('over.n.still', counts.stillFalse)}
        {says && <div>{says}</div>}
        {more?.(claim)}
      </Alert>
    );
  });
}
