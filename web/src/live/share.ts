import { hear, lineNow, type Message } from './bus.js';
import { openStream } from './stream.js';

const NAME = 'lachan-live';
/** longer than the tab that has the stream takes to find out that it is cut */
const SILENCE_MS = 45_000;

/**
 * One stream for all tabs of this browser: the tab that holds the lock has it and passes on what it hears.
 * When that tab goes, however it goes, the browser gives the lock to the next.
 */
export function shareStream(): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return () => undefined;
  const channel = new BroadcastChannel(NAME);
  const over = new AbortController();
  let leads = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const take = (message: Message) => {
    clearTimeout(silence);
    silence = setTimeout(() => hear({ type: 'line', state: 'reconnecting', since: Date.now() }), SILENCE_MS);
    hear(message);
  };
  const tell = (message: Message) => {
    take(message);
    channel.postMessage(message);
  };
  channel.onmessage = ({ data }: MessageEvent<Message | 'who'>) => {
    if (data !== 'who') return take(data);
    if (leads) channel.postMessage({ type: 'line', ...lineNow() });
  };
  channel.postMessage('who');
  void navigator.locks
    .request(
      NAME,
      { signal: over.signal },
      () =>
        new Promise<void>((done) => {
          leads = true;
          const close = openStream(tell);
          over.signal.addEventListener('abort', () => {
            close();
            done();
          });
        }),
    )
    .catch(() => undefined);
  return () => {
    over.abort();
    clearTimeout(silence);
    channel.close();
    hear({ type: 'line', state: 'none', since: Date.now() });
  };
}
