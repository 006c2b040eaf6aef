/** So many characters of a text at most, as JavaScript counts them; no half of a pair of surrogates stays at its end, which nothing can keep. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
