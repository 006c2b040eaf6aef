const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export class Html {
  constructor(readonly text: string) {}
}
type Piece = string | number | Html | null | undefined | false | Piece[];

const render = (piece: Piece): string =>
  Array.isArray(piece)
    ? piece.map(render).join('')
    : piece instanceof Html
      ? piece.text
      : piece === null || piece === undefined || piece === false
        ? ''
        : String(piece).replace(/[&<>"']/g, (c) => ENTITIES[c]);

/** A template whose values are escaped, unless they are html themselves. */
export const html = (strings: TemplateStringsArray, ...values: Piece[]): Html =>
  new Html(strings.map((s, i) => s + render(values[i])).join(''));

/** Text as its author typed it: line breaks kept, hashtags and links marked. */
export const textHtml = (text: string): Html =>
  new Html(
    text
      .trim()
      .split(/\n{2,}/)
      .map(
        (p) =>
          `<p>${render(p)
            .replace(/(^|\s)(#[\p{L}\p{N}_]+)/gu, '$1<span class="tag">$2</span>')
            .replace(/\n/g, '<br>')}</p>`,
      )
      .join(''),
  );
