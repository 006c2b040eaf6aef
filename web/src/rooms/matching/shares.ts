import type { Share } from '../../api/types.js';
import type { Language } from '../../text/texts.js';

/** A share in whole percent, in the reader's own way of writing it. */
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(share);
export const score = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 }).format(value);
export const range = (share: Share, language: Language) => ({ low: percent(share.low, language), high: percent(share.high, language) });
