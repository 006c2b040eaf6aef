/** Where a kept answer is found in the replay; null where none was kept. */
export type Link = (url: string, base: string) => string | null;

const LONGEST = 8_192;
// each part is bounded, so that a style sheet of open brackets is read in one pass
const NAMED = new RegExp(
  String.raw`url\(\s{0,99}(?:"([^"\\]{0,${LONGEST}})"|'([^'\\]{0,${LONGEST}})'|([^()"'\s\\]{0,${LONGEST}}))\s{0,99}\)|@import\s{1,99}(?:"([^"\\]{0,${LONGEST}})"|'([^'\\]{0,${LONGEST}})')`,
  'gi',
);

/** A style sheet whose addresses lead to what was kept, and otherwise nowhere. */
export const replayedCss = (css: string, base: string, link: Link): string =>
  css.replace(NAMED, (all, ...parts: (string | undefined)[]) => {
    const address = parts.slice(0, 5).find((part) => part !== undefined) ?? '';
    if (/^(data:|#)/i.test(address)) return all;
    const kept = link(address, base) ?? 'about:invalid';
    return /^@/.test(all) ? `@import "${kept}"` : `url("${kept}")`;
  });

/** The same inside a `<style>`, which nothing in it can end. */
export const replayedStyle = (css: string, base: string, link: Link): string =>
  replayedCss(css, base, link).replace(/<(?=[a-z/!?])/gi, '\\3c ');
