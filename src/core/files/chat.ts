import type { FileClaims } from './claims.js';
import type { ChatForm } from './file-kinds.js';

/** so much of a line tells whether a message begins there */
const PREFIX = 300;
/** a chat begins within so many lines */
const FIRST_LINES = 100;
// what no text holds
const NO_TEXT = /(?![\t\n\r\f])\p{Cc}/u;

type Said = Pick<FileClaims, 'form' | 'messages' | 'first' | 'last'>;

/** Reads a chat that was exported as text, piece by piece: which program's form it has, how many messages, and when the first and the last was, as written. */
export class ChatLines {
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private readonly forms: { name: string; line: RegExp; messages: number; first?: string; last?: string }[];
  private line = '';
  private lines = 0;
  private isText = true;

  constructor(forms: readonly ChatForm[]) {
    this.forms = forms.map(({ name, line }) => ({ name, line: new RegExp(line, 'u'), messages: 0 }));
  }

  add(chunk: Uint8Array): void {
    if (this.isText) this.take(() => this.text.decode(chunk, { stream: true }));
  }
  /** Null: no text, or no chat of a known form. */
  end(): Said | null {
    this.take(() => `${this.text.decode()}\n`);
    const [most] = this.forms.toSorted((a, b) => b.messages - a.messages);
    return this.isText && most?.messages > 0 ? { form: most.name, messages: most.messages, first: most.first, last: most.last } : null;
  }

  private take(decode: () => string): void {
    let text = '';
    try {
      text = decode();
    } catch {
      this.isText = false;
    }
    this.isText &&= !NO_TEXT.test(text);
    if (!this.isText) return;
    const lines = text.split('\n');
    for (const [i, part] of lines.entries()) {
      if (this.line.length < PREFIX) this.line += part.slice(0, PREFIX);
      if (i === lines.length - 1) break;
      this.see(this.line.replace(/^[\u200e\u200f\ufeff]+|\r$/g, '').slice(0, PREFIX));
      this.line = '';
    }
  }
  private see(line: string): void {
    this.lines++;
    for (const form of this.forms) {
      if (form.messages === 0 && this.lines > FIRST_LINES) continue;
      const at = form.line.exec(line)?.groups?.at;
      if (!at) continue;
      form.messages++;
      form.first ??= at;
      form.last = at;
    }
  }
}

interface Message {
  date?: unknown;
  timestamp_ms?: unknown;
}
/** A chat that was exported as JSON, by Telegram or by Messenger and Instagram; null: it is none. */
export function chatInJson(text: string): Said | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  const messages = messagesOf(root) ?? chatsOf(root);
  if (!messages || messages.length === 0) return null;
  const stamps = messages.map((m) => m.timestamp_ms).filter((at): at is number => typeof at === 'number' && Math.abs(at) < 8e15);
  const days = messages.map((m) => m.date).filter((at): at is string => typeof at === 'string');
  const moments = stamps.length > 0 ? stamps.map((at) => new Date(at).toISOString()) : days;
  if (moments.length === 0) return null;
  const [first, last] = moments.reduce(([least, most], at) => [at < least ? at : least, at > most ? at : most], [moments[0], moments[0]]);
  return { form: stamps.length > 0 ? 'Messenger' : 'Telegram', messages: messages.length, first, last };
}
function messagesOf(root: unknown): Message[] | null {
  const { messages } = (root ?? {}) as { messages?: unknown };
  return Array.isArray(messages) && messages.every((m) => typeof m === 'object' && m !== null) ? (messages as Message[]) : null;
}
function chatsOf(root: unknown): Message[] | null {
  const { list } = ((root ?? {}) as { chats?: { list?: unknown } }).chats ?? {};
  return Array.isArray(list) ? list.flatMap((chat) => messagesOf(chat) ?? []) : null;
}
