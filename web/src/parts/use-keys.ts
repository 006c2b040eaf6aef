import { useLayoutEffect, useRef } from 'react';

type Keys = Record<string, ((event: KeyboardEvent) => void) | undefined>;
/** what takes no text, and so leaves single keys alone however it got the focus */
const POINTED = ['radio', 'checkbox', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image'].map((t) => `[type=${t}]`).join();
const TYPING = `input:not(${POINTED}), textarea, select, [contenteditable]`;
const ELSEWHERE = '[role=dialog], [role=menu], [role=listbox]';

/** The key as the tables name it: `j`, `?`, `Enter`, `mod+k`. */
const nameOf = (e: KeyboardEvent): string => `${e.ctrlKey || e.metaKey ? 'mod+' : ''}${e.key}`;

/** Single keys do their act, save while somebody types, or works in a dialog; Enter is left to the button that has the focus. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  useLayoutEffect(() => {
    now.current = keys;
  });
  // of the layout, so that a screen which waits hidden for the next hears nothing more
  useLayoutEffect(() => {
    const hear = (e: KeyboardEvent) => {
      const act = now.current[nameOf(e)];
      const on = e.target as HTMLElement;
      if (!act || e.altKey || e.isComposing || e.defaultPrevented) return;
      if (!(e.ctrlKey || e.metaKey) && on.matches(TYPING)) return;
      if (on.closest(ELSEWHERE) || (e.key === 'Enter' && on.closest('button, a'))) return;
      e.preventDefault();
      act(e);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
