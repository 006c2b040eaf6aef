import type { BesideState, PackageSeal, TimeStamp } from './capture-answers.js';

export interface KeptSeal {
  digest: string;
  key: string;
  /** a timer for it is set, or has come */
  stampDue: boolean;
  receiptDue: boolean;
  timeStamps: TimeStamp[];
}
/** How it stands with what lies beside a package. `asked`: there is an authority that can be asked. */
export function sealOf(
  { digest, key, stampDue, receiptDue, timeStamps }: KeptSeal,
  parts: { name: string }[],
  asked: boolean,
): PackageSeal {
  const there = (is: boolean, expected: boolean): BesideState => (is ? 'holds' : expected ? 'pending' : 'absent');
  return {
    digest,
    key,
    timeStamp: there(timeStamps.length > 0, stampDue && asked),
    timeStamps,
    receipt: there(
      parts.some((p) => p.name === 'receipt'),
      receiptDue,
    ),
  };
}
