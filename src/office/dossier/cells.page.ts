import { glossary, type Label } from '../../core/glossary/glossary.js';
import { escaped } from '../../core/verification/report.js';
import type { Column } from './dossier-table.js';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** What stands at a path; of a list, what stands at the rest of the path in each of it. */
export function at(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, path));
  if (path.length === 0) return value === null || value === undefined ? [] : [value];
  return typeof value === 'object' && value !== null ? at((value as Record<string, unknown>)[path[0]], path.slice(1)) : [];
}

/** A moment in UTC, and by the clock of the office. */
export function momentsOf(value: string, timeZone: string): string {
  const moment = new Date(value);
  const local = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(moment);
  return `${moment.toISOString()} (${local})`;
}

function words(value: unknown, { words }: Column, timeZone: string): string {
  if (isLabel(value)) return `${value.vi} / ${value.en}`;
  const text = value instanceof Date ? value.toISOString() : String(value as string | number | boolean);
  const label = words ? glossary[words]?.[text] : undefined;
  if (label) return label.vi === label.en ? label.vi : `${label.vi} / ${label.en}`;
  return MOMENT.test(text) ? momentsOf(text, timeZone) : text;
}

const isLabel = (value: unknown): value is Label => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

/** The cell of a column, in HTML. Files are links beside the page. */
export function cell(row: object, path: string, column: Column, timeZone: string): string {
  const values = at(row, path.split('.'));
  if (path === 'files') return values.map((file) => link(String(file as string))).join('<br>');
  return values.map((value) => escaped(words(value, column, timeZone))).join('<br>');
}
export const link = (file: string): string => `<a href="${escaped(encodeURI(file))}">${escaped(file)}</a>`;
