import PDFParser from 'pdf2json';

export interface ReadPdf {
  title: string;
  language: string;
  /** points */
  size: [width: number, height: number];
  /** the letters of each page in the order of reading, its number first; emoji are lost on this reader */
  pages: string[];
  fonts: { name: string; embedded: boolean }[];
}
/** Letters without the gaps between them: where a line or a pair of letters ends is the layout's affair. */
export const packed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
const UNITS = 16; // pdf2json counts in 16 points
/** below warnings; 0 would count as not told */
const QUIET = 0.5;
interface Run {
  R: { T: string }[];
}
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const wordsOf = (run: Run): string => run.R.map((r) => decoded(r.T)).join('');

/** Reads a PDF back with a reader of others. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const parser = new PDFParser();
  const read = await new Promise<{ Meta: Record<string, unknown>; Pages: { Width: number; Height: number; Texts: Run[] }[] }>(
    (done, fail) => {
      parser.on('pdfParser_dataReady', (data) => done(data as never));
      parser.on('pdfParser_dataError', (error) => fail(error instanceof Error ? error : error.parserError));
      parser.parseBuffer(Buffer.from(new Uint8Array(pdf).buffer), QUIET);
    },
  );
  const raw = pdf.toString('latin1');
  const descriptors = [...raw.matchAll(/<<\/Type \/FontDescriptor[\s\S]*?>>/g)].map((m) => m[0]);
  return {
    title: String(read.Meta.Title),
    language: /\/Lang \(([\w-]+)\)/.exec(raw)?.[1] ?? '',
    size: [read.Pages[0].Width * UNITS, read.Pages[0].Height * UNITS],
    pages: read.Pages.map((page) => packed(page.Texts.map(wordsOf).join(' '))),
    fonts: descriptors.map((d) => ({ name: /\/FontName \/(?:\w+\+)?([\w-]+)/.exec(d)?.[1] ?? '', embedded: /\/FontFile2? /.test(d) })),
  };
}
