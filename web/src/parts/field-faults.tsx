import { toldFaults, type FieldFault } from '../text/faults.js';
import { useText } from '../text/language.js';
import { calendarDay, integer } from '../text/time.js';

export interface Faults {
  of: FieldFault[];
  /** what the form itself calls its fields, by their paths */
  names?: Record<string, string>;
}

/** What is wrong with each field of a form. */
export function FieldFaults({ of, names }: Faults) {
  const { maybe, language } = useText();
  return (
    <ul className="plainlist small">
      {toldFaults(of, { maybe, number: (n) => integer(n, language), day: (iso) => calendarDay(iso, language), names }).map(
        ({ path, field, says }) => (
          <li key={path}>
            <b>{field}</b>: {says}
          </li>
        ),
      )}
    </ul>
  );
}
