/** States of a link, of requests and of withdrawals: first what asks for somebody, last what has ended. */
export const URGENCY = [
  'reappeared',
  'awaiting',
  'refused',
  'restricted',
  'removed-claimed',
  'verified-removed',
  'withdrawn',
  'asked-back',
  'restoration-refused',
  'restoration-partial',
  'restoration-claimed',
  'restored',
];
