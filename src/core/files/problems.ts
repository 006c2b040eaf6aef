import { problems } from '../problem/problem.js';

/** Why a file is not taken, as whoever looks into it says. */
const REFUSALS = {
  'unknown-file': { status: 422, title: 'By its content this is none of the kinds of files that are taken' },
  'no-chat': { status: 422, title: 'A zip or JSON file is taken only as the export of a chat, and no chat of a known form is in it' },
  'archive-bomb': { status: 422, title: 'The archive holds more than may be unpacked' },
  'archive-in-archive': {
    status: 422,
    title: 'The archive holds another archive. Bring the original, as the program exported it, and keep it as it is',
  },
  'archive-names': { status: 422, title: 'A name in the archive is harmful or stands there twice' },
  'archive-locked': { status: 422, title: 'The archive is locked by a password. Export the chat without one' },
  'broken-file': { status: 422, title: 'The file is damaged: it cannot be read to its end' },
} as const;
problems({
  ...REFUSALS,
  'unread-file': { status: 422, title: 'The file could not be looked into in the time and memory that one file gets' },
});

export const isRefusal = (code: unknown): code is keyof typeof REFUSALS => typeof code === 'string' && Object.hasOwn(REFUSALS, code);
