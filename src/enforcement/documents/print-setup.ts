import { createHash } from 'node:crypto';
import { canonical } from '../../core/events/canonical.js';
import type { Day } from '../penalty/day.js';
import { citedOn, formOn } from './forms-table.js';
import { issuingOffice } from './issuing-office-table.js';
import type { House } from './known-facts.js';
import type { FormCode } from './models.js';
import { wording } from './wording-table.js';

/** All that a document takes from the tables of the office. What is signed names it by its hash, so that it is printed as it was signed. */
export interface PrintSetup extends House {
  form: { code: FormCode; version: number; texts: Record<string, string> };
  law: string;
  decree: string;
}

/** By the tables as they are; null where no form is in force. */
export function currentSetup(code: FormCode | null, day: Day): PrintSetup | null {
  const form = code && formOn(code, day);
  const cited = citedOn(day);
  if (!form || !cited) return null;
  const { version, texts } = form;
  return { office: issuingOffice, wording, form: { code, version, texts }, law: cited.law, decree: cited.decree };
}
export const setupBytes = (setup: PrintSetup): Buffer => Buffer.from(canonical(setup), 'utf8');
export const setupHash = (setup: PrintSetup | null): string | null => setup && createHash('sha256').update(setupBytes(setup)).digest('hex');

/** The form of a decision; null where the office has none for such an end. */
export function formOf(content: { kind: 'annulment' } | { kind: 'decision'; end: string }): FormCode | null {
  if (content.kind === 'annulment') return 'MQĐ40';
  if (content.end === 'remedies') return 'MQĐ15';
  return content.end === 'fine' || content.end === 'warning' ? 'MQĐ02' : null;
}
