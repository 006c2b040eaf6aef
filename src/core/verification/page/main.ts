import { LARGEST_BESIDE, RECEIPT, tokenEnding } from '../dossier-parts.js';
import { asHtml, sectionOf, sumWords, withInside } from '../report.js';
import type { Source } from '../source.js';
import type { Beside, Verdict } from '../verdict.js';
import { verifySource } from '../verify.js';
import type { VerificationWords } from '../words.js';
import { pageMeans } from './means.js';
import { fingerprintsIn, trusted } from './trusted.js';

const one = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const words = JSON.parse(one('words').textContent) as VerificationWords;
const BESIDE = /\.(tsr|receipt\.json)$/;

/** A dropped file, read piece by piece. */
function sourceOf(file: File, read: (bytes: number) => void): Source {
  return {
    size: file.size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
      read(bytes.length);
      return bytes;
    },
  };
}
/** What was dropped along with it and bears its name. */
async function besideOf(file: File, all: ReadonlyMap<string, File>): Promise<Beside> {
  const bytesOf = async (name: string): Promise<Uint8Array | null> => {
    const other = all.get(name);
    return other && other.size <= LARGEST_BESIDE ? new Uint8Array(await other.arrayBuffer()) : null;
  };
  const tokens: Uint8Array[] = [];
  for (let token; (token = await bytesOf(file.name + tokenEnding(tokens.length + 1)));) tokens.push(token);
  return { tokens, receipt: await bytesOf(file.name + RECEIPT) };
}

const show = (verdict: Verdict): void =>
  one('found').insertAdjacentHTML(
    'beforeend',
    withInside(verdict)
      .map((each) => asHtml(sectionOf(each, words)))
      .join(''),
  );

async function verify(files: readonly File[]): Promise<void> {
  one('found').replaceChildren();
  const progress = one<HTMLProgressElement>('progress');
  const all = new Map(files.map((file) => [file.name, file]));
  const [keys, roots, heads] = ['key', 'roots', 'heads'].map((id) => one<HTMLInputElement>(id).value);
  const asked = { means: pageMeans, keys: fingerprintsIn(keys), witnesses: await trusted(roots, heads, words) };
  const sealed = files.filter(({ name }) => !BESIDE.test(name));
  const sum = { files: sealed.length, holding: 0, broken: 0, wanting: 0 };
  progress.max = 2 * sealed.reduce((n, { size }) => n + size, 0);
  progress.value = 0;
  progress.hidden = false;
  for (const file of sealed) {
    const source = sourceOf(file, (bytes) => (progress.value += bytes));
    const verdict = await verifySource(file.name, source, await besideOf(file, all), asked);
    sum[verdict.holds ? 'holding' : 'broken']++;
    show(verdict);
  }
  progress.hidden = true;
  one('sum').textContent = sumWords(words, sum).join(' / ');
}

let running = Promise.resolve();
function take(files: FileList | null | undefined): void {
  const list = [...(files ?? [])];
  if (list.length === 0) return;
  one('sum').textContent = '…';
  running = running
    .then(() => verify(list))
    .catch((error: unknown) => {
      one('sum').textContent = `✗ ${(error as Error).message}`;
    });
}
const drop = one('drop');
one<HTMLInputElement>('files').addEventListener('change', ({ target }) => {
  const chosen = target as HTMLInputElement;
  take(chosen.files);
  chosen.value = ''; // the same files may be chosen again, by other keys
});
for (const name of ['dragover', 'drop'])
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop') take((event as DragEvent).dataTransfer?.files);
  });
