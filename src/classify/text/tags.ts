import { rewrite, type Written } from './written.js';

const TAG = /<!--[^<>]{0,200}-->|<\/?([a-z][a-z\d]{0,9})(?:\s[^<>]{0,200})?\/?>/gi;
const BLOCK = /^(?:br|p|div|li|ul|ol|td|tr|h\d|hr)$/i;

/** A text without the tags and remarks of HTML. */
export const withoutTags = (written: Written): Written =>
  written.text.includes('<') ? rewrite(written, TAG, ([, name]) => (name && BLOCK.test(name) ? ' ' : '')) : written;
