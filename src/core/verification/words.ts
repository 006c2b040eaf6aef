import type { Check, Fault, Standing } from './faults.js';
import type { Verdict } from './verdict.js';

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
    const first = this.fault(faults[0]);
    return faultCount > 1 ? this.text('says', 'broken-more', { first, more: faultCount - 1 }) : this.text('says', 'broken', { first });
  }
  /** When, and by whose word. */
  dates({ created, dated, checks, receipt, holds, unanswered }: Verdict): string[] {
    if (!holds) return [];
    return [
      ...dated.map(({ at, by }) => this.text('says', 'dated-by', { at, by })),
      ...(dated.length === 0 ? [this.text('says', checks.timestamp === 'absent' ? 'dated-own' : 'dated-unread', { created })] : []),
      ...(receipt ? [this.text('says', 'receipt', { seq: receipt.seq })] : []),
      ...(unanswered > 0 ? [this.text('says', 'unanswered', { unanswered })] : []),
    ];
  }
}
