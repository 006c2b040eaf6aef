import { faultSentences, type FieldFault } from '../text/faults.js';
import { useText } from '../text/language.js';

/** What is wrong with each field of a form. */
export function FieldFaults({ of }: { of: FieldFault[] }) {
  const { maybe } = useText();
  return (
    <ul className="plainlist small">
      {faultSentences(of, maybe).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
