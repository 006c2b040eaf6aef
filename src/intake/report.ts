import { isBlank } from '../core/text/visible.js';
import type { ReportKind } from './events.js';

export interface Picture {
  bytes: Buffer;
  mediaType: string;
  /** of all its frames together, as its head says: what whoever opens it must hold */
  pixels: number;
}
/** What somebody told us, before anything is done with it. */
export interface Told {
  url?: string;
  text?: string;
  picture?: Picture;
}

const LINK_ALONE = /^https?:\/\/\S+$/i;
const LINKS = /https?:\/\/\S*[^\s.,;:!?)\]}"'”’…]/gi;

/** What a report is about: a link before a picture before a text. A text that is only a link is a link; null: nothing at all. */
export function kindOf(told: Told): ReportKind | null {
  if (linkOf(told)) return 'link';
  if (told.picture) return 'picture';
  return told.text && !isBlank(told.text) ? 'text' : null;
}
export function linkOf(told: Told): string | null {
  const url = told.url?.trim();
  if (url) return linkAmong(url) ?? url;
  const text = told.text?.trim() ?? '';
  return LINK_ALONE.test(text) && !told.picture ? text : null;
}
/** The one link in what was shared along with words. */
function linkAmong(shared: string): string | null {
  const links = /\s/.test(shared) ? (shared.match(LINKS) ?? []) : [];
  return links.length === 1 ? links[0] : null;
}
/** What the reporter wrote besides the thing itself, as one note. */
export function noteOf(told: Told & { note?: string }): string | null {
  const kind = kindOf(told);
  const beside = kind === 'text' || linkOf(told) === told.text?.trim() ? undefined : told.text?.trim();
  const around = told.url && linkAmong(told.url.trim()) ? told.url.trim() : undefined;
  return [told.note?.trim(), around, beside].filter(Boolean).join('\n') || null;
}

/** A text as its address sees it: NFC, white space folded. */
export const foldText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
