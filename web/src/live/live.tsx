import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { watchWork } from './at-work.js';
import { ConnectionState } from './connection-state.js';
import './live.css';
import { NewsPill } from './news-pill.js';
import { offer } from './offers.js';
import { MOVES, refreshFrom } from './refresh.js';
import { shareStream } from './share.js';

/** Keeps the console informed, and says whether it is. */
export function Live() {
  const queries = useQueryClient();
  useEffect(() => {
    const ends = [watchWork(), refreshFrom(queries), shareStream()];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
  const { pathname } = useLocation();
  useEffect(() => offer(MOVES, null), [pathname]);
  return (
    <>
      <ConnectionState />
      <NewsPill />
    </>
  );
}
