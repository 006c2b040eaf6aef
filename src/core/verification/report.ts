import { CHECKS } from './faults.js';
import type { Verdict } from './verdict.js';
import { Sayings, type Language, type VerificationWords } from './words.js';

export interface Sum {
  files: number;
  holding: number;
  broken: number;
  /** hold, but lack what was asked for */
  wanting: number;
}
/** A report in lines, of which a text and a page are made. */
export interface Section {
  title: string;
  holds: boolean;
  /** name and value; a value that begins a line of its own has no name */
  lines: [name: string, value: string][];
}
const LANGUAGES: Language[] = ['vi', 'en'];

export const sumWords = (words: VerificationWords, { files, holding, broken, wanting }: Sum): string[] =>
  LANGUAGES.map((language) => {
    const sayings = new Sayings(words, language);
    const all = sayings.text('says', 'sum', { files, holding, broken });
    return wanting > 0 ? `${all} ${sayings.text('says', 'wanting', { wanting })}` : all;
  });

/** What a lawyer reads of one file: what was checked, what holds, what does not, by which key, when dated and by whose word, what it means. */
export function sectionOf(verdict: Verdict, words: VerificationWords, languages = LANGUAGES): Section {
  const [first] = languages;
  const both = languages.map((language) => new Sayings(words, language));
  const say = (of: (sayings: Sayings) => string): string => [...new Set(both.map(of))].join(' / ');
  const name = (key: string): string => say((s) => s.text('report', key));
  const told = CHECKS.filter((check) => check !== 'exhibits' || verdict.kind === 'dossier');
  const lines: Section['lines'] = [];
  for (const s of both) lines.push([s.text('report', 'result'), [s.verdict(verdict), ...s.dates(verdict)].join(' ')]);
  for (const check of told) {
    const is = verdict.checks[check];
    const standing = say((s) => s.text('standings', is));
    lines.push([say((s) => s.text('checks', check)), is === 'holds' ? `${standing}. ${say((s) => s.text('means', check))}` : standing]);
  }
  if (verdict.address) lines.push([name('address'), verdict.address]);
  if (verdict.signer.fingerprint) lines.push([name('key'), verdict.signer.fingerprint]);
  if (verdict.created) lines.push([name('created'), verdict.created]);
  if (verdict.sha256) lines.push([name('sha256'), verdict.sha256]);
  lines.push([name('size'), [verdict.bytes, verdict.files, verdict.records].join(' / ')]);
  for (const fault of verdict.faults) lines.push([name('faults'), say((s) => s.fault(fault))]);
  const more = verdict.faultCount - verdict.faults.length;
  if (more > 0) lines.push([name('faults'), say((s) => s.text('report', 'further', { more }))]);
  return { title: `${verdict.file} (${new Sayings(words, first).text('kinds', verdict.kind)})`, holds: verdict.holds, lines };
}

/** All files of a verdict: itself, and those inside. */
export const withInside = (verdict: Verdict): Verdict[] => [verdict, ...verdict.exhibits.flatMap(withInside)];

export const asText = ({ title, holds, lines }: Section): string =>
  `${holds ? '✓' : '✗'} ${title}\n${lines.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n\n`;

export const asHtml = ({ title, holds, lines }: Section): string =>
  `<section class="${holds ? 'holds' : 'broken'}"><h2>${holds ? '✓' : '✗'} ${escaped(title)}</h2><table>${lines
    .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
    .join('')}</table></section>\n`;

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
