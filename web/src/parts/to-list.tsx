import { Link, useLocation } from 'react-router-dom';
import { useMe } from '../api/queries.js';
import { roomsOf } from '../frame/rooms.js';
import { useText } from '../text/language.js';
import { listAbove } from './list-above.js';

/** The way on from a record that is not there. */
export function ToList() {
  const { maybe } = useText();
  const me = useMe().data;
  const room = listAbove(useLocation().pathname, me ? roomsOf(me) : []);
  if (!room) return null;
  return (
    <div>
      <Link className="plain" to={`/${room}`}>
        {maybe(`nav.${room}`)}
      </Link>
    </div>
  );
}
