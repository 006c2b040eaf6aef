import { readMe } from '../api/queries.js';
import type { LineState, Message, OpenRecord } from './bus.js';

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;
/** so many signs of life may fail to come before the line counts as cut */
const BEATS = 2.5;

/** The one stream of this browser: cut, it is opened again; after each gap everything may have moved. */
export function openStream(tell: (message: Message) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let silence = 30_000;
  let state: LineState = 'none';
  const turn = (to: LineState) => {
    if (state !== to) tell({ type: 'line', state: (state = to), since: Date.now() });
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(open, ms);
  };
  const alive = () => later(silence);

  function open(): void {
    if (state === 'live') turn('reconnecting');
    source?.close();
    source = new EventSource('/api/live');
    const on = (type: string, act: (data: string) => void) =>
      source!.addEventListener(type, ({ data }: MessageEvent<string>) => {
        alive();
        act(data);
      });
    on('hello', (data) => {
      silence = (JSON.parse(data) as { beatSeconds: number }).beatSeconds * 1_000 * BEATS;
      wait = FIRST_WAIT_MS;
      alive();
      turn('live');
      tell({ type: 'moved', rooms: 'all' });
    });
    on('beat', () => tell({ type: 'beat' }));
    on('moved', (data) => tell({ type: 'moved', rooms: JSON.parse(data) as string[] }));
    on('presence', (data) => tell({ type: 'presence', records: JSON.parse(data) as OpenRecord[] }));
    source.onerror = () => {
      turn('reconnecting');
      if (source?.readyState !== EventSource.CLOSED) return alive(); // the browser tries again by itself
      void readMe().catch(() => undefined); // was it the session that ended?
      later(wait * (0.75 + Math.random() / 2));
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    };
    alive();
  }
  open();
  addEventListener('online', open);
  return () => {
    removeEventListener('online', open);
    clearTimeout(timer);
    source?.close();
  };
}
