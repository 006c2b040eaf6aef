/** One fault of a form, as the API tells it; its message is for programs. */
export interface FieldFault {
  path: string;
  rule: string;
}

/** What is wrong with a form, a sentence for each field, by the rule: what the validator says itself is nobody's language. */
export function faultSentences(faults: readonly FieldFault[], maybe: (key: string) => string | null): string[] {
  const first = new Map<string, string>();
  for (const { path, rule } of faults) if (!first.has(path)) first.set(path, maybe(`rule.${rule}`) ?? maybe('rule.other') ?? '');
  return [
    ...new Set(
      [...first].map(([path, sentence]) => {
        const field = fieldName(path, maybe);
        return field ? `${field}: ${sentence}` : sentence;
      }),
    ),
  ];
}

/** `answers.appear.summoned.at` by its whole path, else by what follows, down to the last name. */
function fieldName(path: string, maybe: (key: string) => string | null): string | null {
  const names = path
    .replace(/\[\d+\]/g, '')
    .split('.')
    .filter((name) => !/^\d+$/.test(name));
  for (let at = 0; at < names.length; at++) {
    const known = maybe(`field.${names.slice(at).join('.')}`);
    if (known) return known;
  }
  return null;
}
