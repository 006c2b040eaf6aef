import { useText } from '../../text/language.js';
import { tellStep } from './money.js';
import type { Step } from './types.js';

/** Each step of the sum, as it was computed. */
export function Sum({ steps }: { steps: Step[] }) {
  const { word, language } = useText();
  return (
    <ol className="sum">
      {steps.map((step, i) => (
        <li key={i} className={step.step === 'amount' ? 'result' : undefined}>
          <span>{tellStep(step, word('finestep', step.step), language)}</span>
        </li>
      ))}
    </ol>
  );
}
