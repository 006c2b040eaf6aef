/** One message of a WebSocket (RFC 6455), in whatever pieces it came; of a long one the beginning. */
export interface Message {
  kind: 'text' | 'binary' | 'close';
  bytes: Buffer;
  /** of all of it */
  length: number;
}
interface Frame {
  last: boolean;
  opcode: number;
  left: number;
  mask: number[];
  done: number;
}
const [CONTINUED, TEXT, CLOSE] = [0, 1, 8];

/** Reads one direction of a WebSocket as its bytes pass by, and holds no more of it than a message may be long. */
export class SocketFrames {
  private head: number[] = [];
  private frame: Frame | null = null;
  private message = { opcode: TEXT, parts: [] as Buffer[], kept: 0, length: 0 };
  private control: Buffer[] = [];

  constructor(
    private readonly longest: number,
    private readonly tell: (message: Message) => void,
  ) {}

  take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.frame ? this.payload(this.frame, rest) : this.begin(rest);
      if (this.frame?.left === 0) this.end(this.frame);
    }
  }

  private begin(rest: Buffer): Buffer {
    let at = 0;
    while (at < rest.length && !this.frame) {
      this.head.push(rest[at++]);
      this.frame = frameOf(this.head);
    }
    if (this.frame) {
      this.head = [];
      const { opcode } = this.frame;
      if (opcode !== CONTINUED && opcode < CLOSE) this.message = { opcode, parts: [], kept: 0, length: 0 };
    }
    return rest.subarray(at);
  }

  private payload(frame: Frame, rest: Buffer): Buffer {
    const part = rest.subarray(0, frame.left);
    const { message } = this;
    const room = frame.opcode >= CLOSE ? part.length : Math.min(part.length, this.longest - message.kept);
    const plain = Buffer.from(part.subarray(0, room)); // what passes by stays as it is
    if (frame.mask.length > 0) for (let i = 0; i < plain.length; i++) plain[i] ^= frame.mask[(frame.done + i) & 3];
    if (frame.opcode >= CLOSE) this.control.push(plain);
    else {
      if (room > 0) message.parts.push(plain);
      message.kept += room;
      message.length += part.length;
    }
    frame.left -= part.length;
    frame.done += part.length;
    return rest.subarray(part.length);
  }

  private end({ opcode, last }: Frame): void {
    this.frame = null;
    const control = Buffer.concat(this.control);
    this.control = [];
    if (opcode === CLOSE) this.tell({ kind: 'close', bytes: control, length: control.length });
    if (opcode >= CLOSE || !last) return;
    const { parts, length } = this.message;
    this.tell({ kind: this.message.opcode === TEXT ? 'text' : 'binary', bytes: Buffer.concat(parts), length });
    this.message = { opcode: TEXT, parts: [], kept: 0, length: 0 };
  }
}

/** A frame whose head is whole. */
function frameOf(head: number[]): Frame | null {
  if (head.length < 2) return null;
  const short = head[1] & 0x7f;
  const [more, masked] = [short === 126 ? 2 : short === 127 ? 8 : 0, head[1] & 0x80 ? 4 : 0];
  if (head.length < 2 + more + masked) return null;
  const left = more === 0 ? short : head.slice(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  return { last: (head[0] & 0x80) !== 0, opcode: head[0] & 0x0f, left, mask: head.slice(2 + more, 2 + more + masked), done: 0 };
}
