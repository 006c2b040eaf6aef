const FORM = /^[A-Za-z0-9_-]{22,64}$/;
const FEWEST_SIGNS = 8;

/** A key opens a receipt to whoever repeats it, from any network: it is random, of some 128 bits, and so neither short nor of a few signs. */
export const isSubmissionKey = (key: string): boolean => FORM.test(key) && new Set(key).size >= FEWEST_SIGNS;
