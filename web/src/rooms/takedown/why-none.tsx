import { Alert } from '@mantine/core';
import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { noneLeft } from './none-left.js';
import type { Choices } from './types.js';

/** Where no link can be chosen, why, and where those stand that are asked for already. */
export function WhyNone({ links }: { links: Choices['links'] }) {
  const { t } = useText();
  const none = noneLeft(links);
  if (!none) return null;
  return (
    <Alert color="orange" py={6}>
      {t(none.heldBy.length > 0 ? 'takedown.alltaken' : 'takedown.noneable')}{' '}
      {none.heldBy.map((request, i) => (
        <span key={request.id}>
          {i > 0 && ', '}
          <Link to={`/takedowns/${request.id}`}>{request.reference}</Link>
        </span>
      ))}
    </Alert>
  );
}
