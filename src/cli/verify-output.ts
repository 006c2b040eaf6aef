import { appendFile, writeFile } from 'node:fs/promises';
import { verificationWords as words } from '../core/verification/node/words-table.js';
import { ReportFile } from '../core/verification/node/write-report.js';
import { sumWords, withInside, type Sum } from '../core/verification/report.js';
import type { Verdict } from '../core/verification/verdict.js';
import { Sayings } from '../core/verification/words.js';

const english = new Sayings(words, 'en');

/** Where the verdicts go: stdout, a report, and on a terminal how far it is. */
export class Output {
  private readonly report: ReportFile | null;
  private readonly lines: string | null;
  /** the first one, told by its name only if others follow */
  private first: Verdict | null = null;

  constructor(private readonly options: { json?: boolean; report?: string }) {
    const { report } = options;
    this.lines = report && /\.json$/i.test(report) ? report : null;
    this.report = report && !this.lines ? new ReportFile(report) : null;
  }

  async add(verdict: Verdict, { files, broken }: Sum): Promise<void> {
    if (files === 2) this.tell(this.first!, true);
    if (files > 1) this.tell(verdict, true);
    else this.first = verdict;
    await this.report?.add(verdict);
    if (this.lines) await (files === 1 ? writeFile : appendFile)(this.lines, `${JSON.stringify(asJson(verdict))}\n`);
    if (process.stderr.isTTY) process.stderr.write(`\r${files} · ✗ ${broken} `);
  }

  async end(sum: Sum, software: string): Promise<void> {
    if (process.stderr.isTTY) process.stderr.write('\n');
    if (sum.files === 1) this.tell(this.first!, false);
    else process.stdout.write(`${this.options.json ? JSON.stringify({ sum }) : sumWords(words, sum)[1]}\n`);
    if (this.lines) await appendFile(this.lines, `${JSON.stringify({ sum })}\n`);
    await this.report?.end(sum, software);
  }

  private tell(verdict: Verdict, named: boolean): void {
    const said = this.options.json ? [JSON.stringify(asJson(verdict))] : inWords(verdict, named);
    process.stdout.write(`${said.join('\n')}\n`);
  }
}

/** One line of several; of one alone all that is wrong, and its dates. */
function inWords(verdict: Verdict, named: boolean): string[] {
  const inside = withInside(verdict).slice(1);
  const faults = verdict.faults.slice(1).map((fault) => english.fault(fault));
  return [
    `${named ? `${verdict.file}: ` : ''}${english.verdict(verdict)}`,
    ...inside.map((one) => `  ${one.file}: ${english.verdict(one)}`),
    ...(named ? [] : [...faults, ...english.dates(verdict)]),
  ];
}

function asJson(verdict: Verdict): object {
  const { faults, exhibits, ...rest } = verdict;
  return {
    ...rest,
    says: english.verdict(verdict),
    faults: faults.map((fault) => english.fault(fault)),
    codes: faults.map(({ code, where }) => ({ code, where })),
    exhibits: exhibits.map(asJson),
  };
}
