const JUDGED = ['report', 'capture', 'claim draft', 'claim approve', 'time passes', 'judge false', 'time passes'];
const CONFIRMED = [...JUDGED, 'case open', 'case verifying', 'case confirmed'];
const SENT = [...CONFIRMED, 'takedown draft', 'takedown approve', 'takedown send', 'time passes'];
const DRAWN = [...CONFIRMED, 'case party', 'record draft', 'record signature', 'record signature', 'record draw', 'explanation right'];
const SIGNED = [...DRAWN, 'explanation waived', 'penalty draft', 'penalty sign'];

/** How work goes when nothing comes between; a walk leaves one of them somewhere. */
export const STORIES: readonly string[][] = [
  [
    ...SENT,
    'look',
    'clock forward',
    'look',
    'clock forward',
    'look',
    'fall propose',
    'fall approve',
    'time passes',
    'takedown edit',
    'takedown approve',
    'takedown send',
    'time passes',
  ],
  [...SIGNED, 'penalty number', 'penalty serve', 'penalty pay', 'annulment draft', 'annulment sign', 'annulment number', 'penalty refund'],
  [
    ...SIGNED,
    ...['penalty number', 'penalty serve', 'complaint record', 'complaint accept', 'complaint answer upheld', 'complaint approve'],
    ...['annulment sign', 'annulment number'],
  ],
  [
    ...SENT,
    ...SIGNED.slice(CONFIRMED.length),
    'penalty number',
    'fall propose',
    'fall approve',
    'time passes',
    'annulment sign',
    'annulment number',
  ],
  [
    ...CONFIRMED,
    ...['takedown draft to be sent by hand', 'takedown approve', 'takedown send by hand', 'look', 'clock forward', 'clock forward', 'look'],
    ...['takedown withdraw', 'takedown edit', 'takedown approve', 'takedown send by hand'],
  ],
  [...['report of a text', ...CONFIRMED.slice(2), 'case party'], ...['record draft', 'record signature', 'record signature']],
  ['report by phone of a link', ...CONFIRMED.slice(1)],
  ['report by phone of a text', 'time passes', ...CONFIRMED.slice(2)],
  ['report of a picture', 'judge otherwise'],
  [
    ...CONFIRMED,
    'case party of the office',
    ...SENT.slice(CONFIRMED.length),
    ...SIGNED.slice(CONFIRMED.length),
    ...['penalty number', 'case bar lift', 'penalty serve'],
  ],
  ...['remedies', 'referral', 'none'].map((end) => [...DRAWN, `penalty draft ${end}`, 'penalty sign', 'penalty number', 'penalty serve']),
  [
    ...JUDGED,
    'correction draft',
    'correction edit',
    'correction publish',
    'correction edit',
    'correction publish',
    'correction withdrawal propose',
  ],
];
