import type { BesideState, PackageSeal, TimeStamp } from './capture-answers.js';

export interface KeptSeal {
  digest: string;
  key: string;
  eventId: string | null;
  timeStamps: TimeStamp[];
}
/** How it stands with what lies beside a package. */
export function sealOf({ digest, key, eventId, timeStamps }: KeptSeal, parts: { name: string }[], asked: boolean): PackageSeal {
  const there = (is: boolean, expected: boolean): BesideState => (is ? 'holds' : expected ? 'pending' : 'absent');
  return {
    digest,
    key,
    timeStamp: there(timeStamps.length > 0, asked),
    timeStamps,
    receipt: there(
      parts.some((p) => p.name === 'receipt'),
      eventId !== null,
    ),
  };
}
