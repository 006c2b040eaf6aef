import type { TrialFull } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { Figure } from './figure.js';

/** How both did on what people decided, side by side. */
export function TrialOutcome({ of }: { of: TrialFull }) {
  const { t, word } = useText();
  const row = (strength: 'suggest' | 'strong', figure: 'precision' | 'recall') => (
    <tr key={`${strength} ${figure}`}>
      <td>
        {word('strength', strength)}: {t(`matching.${figure}`)}
      </td>
      <td>
        <Figure of={of.before[strength][figure]} />
      </td>
      <td>
        <Figure of={of.after[strength][figure]} />
      </td>
    </tr>
  );
  return (
    <table className="list figures">
      <thead>
        <tr>
          <th />
          <th>{t('matching.base')}</th>
          <th>{t('matching.after')}</th>
        </tr>
      </thead>
      <tbody>
        {(['suggest', 'strong'] as const).flatMap((s) => (['precision', 'recall'] as const).map((f) => row(s, f)))}
        <tr>
          <td>{t('matching.undecidedshown')}</td>
          <td>{of.before.undecided}</td>
          <td>{of.after.undecided}</td>
        </tr>
      </tbody>
    </table>
  );
}
