// the last sieve: nothing of this is logged on purpose, but a message of somebody else's may quote it
const SIEVES: [RegExp, string][] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu, '[e-mail]'],
  [/(?<![\w-])[0-9a-z]{4}(?:-[0-9a-z]{4}){3}(?![\w-])/giu, '[receipt code]'],
  [/(?<![\w.+-])(?:\+84|0)(?:[ .]?\d){8,10}(?!\w)/gu, '[phone]'],
  [/(?<=[\w/])\?[^\s"'\\]*=[^\s"'\\]*/gu, '?[query]'],
];

/** Takes e-mail addresses, receipt codes, phone numbers and query strings out of a line of the log. */
export function scrub(line: string): string {
  return SIEVES.reduce((text, [sieve, instead]) => text.replace(sieve, instead), line);
}
