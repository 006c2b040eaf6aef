import type { Caller } from './office.js';
import { until } from './until.js';

export interface Heard {
  type: string;
  data: unknown;
}

/** What a browser hears of the office while this is open. */
export class LiveStream {
  readonly heard: Heard[] = [];
  raw = '';
  ended = false;
  private readonly cut = new AbortController();
  private constructor(readonly status: number) {}

  static async open({ base, cookie }: Pick<Caller, 'base' | 'cookie'>): Promise<LiveStream> {
    const cut = new AbortController();
    const response = await fetch(`${base}/api/live`, { headers: { cookie, accept: 'text/event-stream' }, signal: cut.signal });
    const stream = new LiveStream(response.status);
    stream.cut.signal.addEventListener('abort', () => cut.abort());
    void stream.read(response);
    if (response.status === 200) await stream.hears('hello');
    return stream;
  }
  close(): void {
    this.cut.abort();
  }
  /** The rooms that moved so far. */
  get rooms(): string[] {
    return [...new Set(this.heard.filter((h) => h.type === 'moved').flatMap((h) => h.data as string[]))].sort();
  }
  hears(type: string, what?: string, milliseconds?: number): Promise<void> {
    return until(async () => this.heard.some((h) => h.type === type && (!what || JSON.stringify(h.data).includes(what))), milliseconds);
  }
  ends(milliseconds?: number): Promise<void> {
    return until(async () => this.ended, milliseconds);
  }

  private async read(response: Response): Promise<void> {
    const text = new TextDecoder();
    try {
      for await (const chunk of response.body!) {
        this.raw += text.decode(chunk as Uint8Array, { stream: true });
        this.parse();
      }
    } catch {
      // cut off
    }
    this.ended = true;
  }
  private parse(): void {
    const blocks = this.raw.split('\n\n').slice(0, -1);
    this.heard.length = 0;
    for (const block of blocks) {
      const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [type, data] = [line('event'), line('data')];
      if (type) this.heard.push({ type, data: data ? JSON.parse(data) : null });
    }
  }
}
