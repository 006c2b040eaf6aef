import type { Check, Fault, Standing } from './faults.js';
import { isIntact, type Dated, type Verdict } from './verdict.js';

export type Language = 'vi' | 'en';
type Text = Record<Language, string>;
/** config/verification.yaml */
export interface VerificationWords {
  says: Record<string, Text>;
  standings: Record<Standing, Text>;
  kinds: Record<Verdict['kind'], Text>;
  checks: Record<Check, Text>;
  means: Record<Check, Text>;
  report: Record<string, Text>;
  faults: Record<string, Text>;
  /** a time stamp that is so much earlier than the package tells of a wrong clock */
  clock_seconds: number;
}

export const filled = (text: string, values: Record<string, string | number | null>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** What a verdict says, in one language. */
export class Sayings {
  constructor(
    private readonly words: VerificationWords,
    private readonly language: Language,
  ) {}

  text(
    group: 'says' | 'report' | 'checks' | 'means' | 'standings' | 'kinds',
    name: string,
    values: Record<string, string | number | null> = {},
  ): string {
    return filled((this.words[group] as Record<string, Text>)[name][this.language], values);
  }
  fault({ code, where, values }: Fault): string {
    const text = this.words.faults[code]?.[this.language] ?? `${code} {where}`;
    return filled(text, { ...values, where: where || '–' });
  }
  /** In one sentence whether it holds. */
  verdict(verdict: Verdict): string {
    const { holds, files, faults, faultCount, signer } = verdict;
    if (holds) return this.text('says', signer.known ? 'holds-known' : 'holds-unasked', { files, fingerprint: signer.fingerprint });
    const more = faultCount > 1 ? this.text('says', 'more', { more: faultCount - 1 }) : '';
    return this.text('says', isIntact(verdict) ? 'beside-broken' : 'broken', { first: this.fault(faults[0]) + more });
  }
  /** When, and by whose word. */
  dates(verdict: Verdict): string[] {
    if (!isIntact(verdict)) return [];
    const { created, dated, checks, receipt, unanswered } = verdict;
    const early = ({ at, within = 0 }: Dated): boolean =>
      Date.parse(at) < Date.parse(created ?? '') - 1_000 * Math.max(within, this.words.clock_seconds);
    return [
      ...(checks.timestamp === 'holds'
        ? dated.map(({ at, by }) => this.text('says', 'dated-by', { at, by }))
        : [this.text('says', `dated-${checks.timestamp}`, { created })]),
      ...dated.filter(early).map(({ at }) => this.text('says', 'dated-early', { at, created })),
      ...(receipt && checks.receipt === 'holds' ? [this.text('says', 'receipt', { seq: receipt.seq })] : []),
      ...(checks.receipt === 'pending' ? [this.text('says', 'receipt-pending')] : []),
      ...(unanswered > 0 ? [this.text('says', 'unanswered', { unanswered })] : []),
    ];
  }
}
