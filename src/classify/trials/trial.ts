/** The timer under which a trial goes on: its ref is the trial, and the last post of the batch before. */
export const TRIAL = 'matcher-trial';
export const placeOf = (id: string, afterItem: string | null): string => (afterItem === null ? id : `${id}|${afterItem}`);
