const LONGEST = 500;

/** What went wrong, as it is kept with what failed; never empty. */
export const failureOf = ({ name, message }: Error): string => (message.trim() || name).slice(0, LONGEST);
