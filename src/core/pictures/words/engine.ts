import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '../../text/read-lines.js';

/** The part of Tesseract's interface that is used here; the package brings no types. */
interface Tesseract {
  FS: { writeFile(path: string, bytes: Uint8Array): void };
  TessBaseAPI: new () => {
    Init(path: null, language: string, engineMode: number): number;
    SetVariable(name: string, value: string): void;
    SetImageFile(exifOrientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetJSONText(): string;
    Clear(): void;
  };
}
/** A picture in grey, row by row. */
export interface Grey {
  width: number;
  height: number;
  values: Uint8Array;
}
/** The build with the instructions that every processor of the last ten years has: the same answer on each. */
const BUILD = 'tesseract.js-core/tesseract-core-simd-lstm';
const LSTM_ONLY = 1;
const require = createRequire(import.meta.url);
const dataFolder = (language: string): string => dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** By what words are read: engine and data, each with its version. */
export function engineName(language: string): string {
  const core = dirname(require.resolve('tesseract.js-core/package.json'));
  return `tesseract.js-core ${versionIn(core)}, ${language} ${versionIn(dataFolder(language))}`;
}

/** Tesseract as WebAssembly, with one language; everything comes out of npm packages, and nothing is written. */
export async function openEngine(language: string): Promise<(picture: Grey) => Page> {
  const tesseract = await (require(BUILD) as (options: object) => Promise<Tesseract>)({
    print: () => undefined,
    printErr: () => undefined,
  });
  const data = readFileSync(join(dataFolder(language), '4.0.0_best_int', `${language}.traineddata.gz`));
  tesseract.FS.writeFile(`./${language}.traineddata`, gunzipSync(data));
  const api = new tesseract.TessBaseAPI();
  if (api.Init(null, language, LSTM_ONLY) !== 0) throw new Error('the engine did not take its data');
  return ({ width, height, values }) => {
    tesseract.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), values]));
    if (api.SetImageFile(1, 0) !== 0) throw new Error('the engine did not take the picture');
    try {
      if (api.Recognize(null) !== 0) throw new Error('the engine did not read the picture');
      return JSON.parse(api.GetJSONText()) as Page;
    } finally {
      api.Clear();
    }
  };
}
