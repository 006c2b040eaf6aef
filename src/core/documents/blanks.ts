const BLANK = /\{\{([a-z_]+)\}\}/g;

/** The names of the blanks that stand in a text: `{{name}}`. */
export const blanksIn = (text: string): string[] => [...new Set([...text.matchAll(BLANK)].map((m) => m[1]))];

/** A text with its blanks taken out. */
export const withoutBlanks = (text: string): string => text.replace(BLANK, '');

/** Fills what is known; a blank without a value stays where it is. A value never brings a blank of its own. */
export function fill(text: string, values: Record<string, string | null | undefined>): string {
  return text.replace(BLANK, (blank, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    return value ? value.replaceAll('{{', '{ {') : blank;
  });
}
