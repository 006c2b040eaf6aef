import { fieldFault, type Field } from './field-fault.js';
import type { Values } from './fill.js';
import type { Language, TextKey } from './texts.js';

type Control = Field & Pick<HTMLInputElement, 'setCustomValidity' | 'isConnected'>;
const isControl = (target: unknown): target is Control => typeof (target as Control | null)?.setCustomValidity === 'function';

/** What a form refuses is said in the language of the page, not in that of the browser. */
export function sayFaults(
  page: EventTarget,
  language: () => Language,
  say: (language: Language, key: TextKey, values: Values) => string,
): () => void {
  const spoken = new Set<Control>();
  const speak = (control: Control) => {
    control.setCustomValidity(''); // the browser finds again what is wrong with it by itself
    const fault = fieldFault(control, language());
    if (fault) control.setCustomValidity(say(language(), ...fault));
    spoken[fault && control.isConnected ? 'add' : 'delete'](control);
  };
  const over = new AbortController();
  const heard = { capture: true, signal: over.signal };
  page.addEventListener('invalid', ({ target }) => isControl(target) && speak(target), heard);
  // what was wrong may be right by now, also in another field, as of one choice among several: before the form is asked again
  for (const type of ['input', 'change', 'click', 'keydown']) page.addEventListener(type, () => spoken.forEach(speak), heard);
  return () => over.abort();
}
