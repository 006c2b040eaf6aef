import type { MatchReason } from '../../api/types.js';
import { useText } from '../../text/language.js';
import type { Language } from '../../text/texts.js';

const list = (words: string[], language: Language) => new Intl.ListFormat(language, { type: 'unit' }).format(words);

/** words that were purged leave nothing to tell */
const told = (r: MatchReason): boolean => !('words' in r) || r.words.length > 0;

/** Why the machine suggests the claim, in words. */
export function MatchReasons({ reasons, fromSource }: { reasons: MatchReason[]; fromSource: boolean }) {
  const { t, word, language } = useText();
  const inWords = (r: MatchReason): string => {
    switch (r.code) {
      case 'in-picture':
        return t('reason.inpicture', { sure: r.confidence });
      case 'in-subtitles':
        return t('reason.insubtitles');
      case 'words':
        return t('reason.words', { share: r.share, words: list(r.words, language) });
      case 'pairs':
        return t('reason.pairs', { share: r.share });
      case 'numbers-differ':
        return t('reason.numbers', { words: list(r.words, language) });
      case 'text-cut':
        return t('reason.cut', { n: r.at });
      case 'repaired':
        return t('reason.repaired', {
          what: list(
            r.what.map((w) => word('repair', w)),
            language,
          ),
        });
      case 'cue':
        return t('reason.cue', { kind: word('cue', r.kind), words: r.words });
      case 'without-marks':
        return t('reason.marks');
      case 'date-unknown':
        return t('reason.date');
    }
  };
  return (
    <ul className="reasons" aria-label={t('triage.reasons')}>
      {reasons.filter(told).map((r, i) => (
        <li key={i}>{inWords(r)}</li>
      ))}
      {fromSource && <li>{t('reason.fromsource')}</li>}
    </ul>
  );
}
