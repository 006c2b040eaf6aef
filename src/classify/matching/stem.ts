const ENDINGS: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/sses$/, 'ss'],
  [/(?<=[^su])s$/, ''],
  [/(?<=[a-z]{3})ing$/, ''],
  [/(?<=[a-z]{3})ed$/, ''],
];

/** English words lose their commonest endings; no Vietnamese syllable has one of them. */
export function stem(word: string): string {
  if (word.length < 5 || word.charCodeAt(word.length - 1) < 97) return word;
  for (const [ending, instead] of ENDINGS) if (ending.test(word)) return word.replace(ending, instead).replace(/(?<=[a-z]{3})e$/, '');
  return word.replace(/(?<=[a-z]{3})e$/, '');
}
