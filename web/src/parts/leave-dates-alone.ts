import type { KeyboardEvent } from 'react';

/** In a date field Tab is the browser's: a focus trap looks again a moment later, and would pull a fast typist back from the field after it. */
export function leaveDatesAlone(event: KeyboardEvent): void {
  if (event.key === 'Tab' && /^(date|time)/.test((event.target as HTMLInputElement).type ?? '')) event.stopPropagation();
}
