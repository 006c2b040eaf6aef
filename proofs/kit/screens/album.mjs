// What was photographed, and what was found on it.
import { join } from 'node:path';

const KINDS = {
  barrier: 'serious or critical to axe',
  sideways: 'scrolls sideways',
  fault: 'error of the page',
  answer: 'answer of 500 or more',
  raw: 'id or key instead of a word',
  language: 'word of the other language',
  missing: 'screen that did not come up',
};

export class Album {
  counts = new Map();
  found = [];
  constructor(dir, words = ['']) {
    this.dir = dir;
    this.words = words;
  }
  /** Whether a screen of that name was asked for. */
  wants(screen) {
    return this.words.some((word) => screen.includes(word));
  }

  file({ face, state, screen, width, language, theme }) {
    return join(this.dir, `${[face, state, screen, width, language, theme].join('_')}.png`);
  }
  counted({ face, state, width, language, theme }) {
    const key = [face, state, width, language, theme].join(' ');
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
  find(kind, at, says) {
    const { face, state, screen, width, language, theme } = at;
    const where = `${face}, ${state}: ${screen} (${[width, language, theme].filter(Boolean).join(', ')})`;
    if (this.found.some((f) => f.kind === kind && f.face === face && f.says === says && f.where === where)) return;
    this.found.push({ kind, face, where, says });
    console.error(`${KINDS[kind]}: ${where}: ${says}`);
  }

  report(filled) {
    const pictures = [...this.counts.values()].reduce((n, times) => n + times, 0);
    const of = (kind) => this.found.filter((f) => f.kind === kind).length;
    return {
      title: 'Every screen, looked at',
      holds: pictures > 0 && this.found.length === 0,
      says: `${pictures} pictures were taken; ${this.found.length} findings.`,
      tables: [
        {
          head: ['face', 'office', 'px', 'language', 'theme', 'pictures'],
          rows: [...this.counts].map(([key, n]) => [...key.split(' '), n]),
        },
        { head: ['looked for', 'found'], rows: Object.entries(KINDS).map(([kind, name]) => [name, of(kind)]) },
        ...(filled.length > 0 ? [{ head: ['the overfull office, besides the demo', 'taken', 'refused'], rows: filled }] : []),
        ...(this.found.length > 0
          ? [{ head: ['what', 'where', 'says'], rows: this.found.map((f) => [KINDS[f.kind], f.where, cell(f.says)]) }]
          : []),
      ],
    };
  }
}
const cell = (text) => `\`${text.replace(/[|`\s]+/g, ' ').slice(0, 200)}\``;
