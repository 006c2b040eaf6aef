import type { ReactNode } from 'react';
import { fieldFaults, type Form, type FormField } from '../../core/documents/form.js';
import { documentPage } from '../../core/documents/layout.page.js';
import { phrases } from '../../core/documents/phrase.js';
import { printing } from '../../core/documents/printing-table.js';
import { Problem } from '../../core/problem/problem.js';
import { dayOf } from '../legal-basis.js';
import { isDay, type Day } from '../penalty/day.js';
import { isMap } from '../table-faults.js';
import { annulment } from './annulment.page.js';
import type { Composed } from './composed.js';
import { formOn, forms } from './forms-table.js';
import { modelFaults, type ModelFault } from './model-faults.js';
import type { Documents, FormCode } from './models.js';
import type { Pen } from './parts.page.js';
import { currentSetup, type PrintSetup } from './print-setup.js';
import { penaltyDecision } from './penalty-decision.page.js';
import { remedyDecision } from './remedy-decision.page.js';
import { violationRecord } from './violation-record.page.js';

const pages: { [F in FormCode]: (model: Documents[F], pen: Pen) => ReactNode } = {
  MBB01: violationRecord,
  MQĐ02: penaltyDecision,
  MQĐ15: remedyDecision,
  MQĐ40: annulment,
};
export const FORM_CODES = Object.keys(pages) as FormCode[];
/** A field of a document that is missing or not in its form, as people call it. */
export interface DocumentFault extends ModelFault {
  vi: string;
  en: string;
}
/** The form of a draft, null where the office has none, and what the draft still lacks to be printed. */
export interface DraftDocument {
  form: FormCode | null;
  lacks: DocumentFault[];
}
export const NO_DRAFT: DraftDocument = { form: null, lacks: [] };
/** A document that is ready for the printer. */
export interface WrittenDocument {
  form: FormCode;
  /** of the texts around the fields */
  version: number;
  title: string;
  /** the date that it bears */
  day: Day;
  html: string;
}

const newest = (code: FormCode): Form => forms.findLast((f) => f.form === code)!;

/** What keeps a model from being printed, each field by its name in both languages; null where no form is in force on the day that it bears. */
export function documentFaults<F extends FormCode>(
  code: F,
  model: Documents[F],
  timeZone: string,
  by: PrintSetup | null = null,
): DocumentFault[] | null {
  const day = dayBorne(model, timeZone);
  const form = (day && formOn(code, day)) ?? (by || !day ? newest(code) : undefined);
  if (!form) return null;
  const faults = fieldFaults(form, model, printing);
  return named(form, faults.length > 0 ? faults : modelFaults(code, model));
}

/** Where the office has no form, or none for the day, nothing is asked. */
export function draftOf(composed: Composed | null, timeZone: string): DraftDocument {
  const lacks = composed && documentFaults(composed.form, composed.model, timeZone, composed.by);
  return lacks ? { form: composed.form, lacks } : NO_DRAFT;
}

/** Writes a model into its form, in the version that its content names, else in that of the day that it bears. What is missing or not in its form stops it and is named. */
export function writtenDocument<F extends FormCode>(
  code: F,
  model: Documents[F],
  timeZone: string,
  { draft = false, by = null }: { draft?: boolean; by?: PrintSetup | null } = {},
): WrittenDocument {
  const faults = documentFaults(code, model, timeZone, by) ?? [{ field: 'heading.day', says: 'no form in force' as const }];
  if (faults.length > 0) throw new Problem('document-incomplete', { fields: faults });
  const day = dayBorne(model, timeZone)!;
  const { form, law, decree } = by ?? currentSetup(code, day)!;
  // a text that the page says since then is taken from the form of today
  const texts = { ...newest(code).texts, ...form.texts };
  const say = phrases(texts);
  const body = pages[code](model, { say, timeZone, law, decree });
  const title = `${texts.name} ${draft ? `(${texts.draft})` : model.heading.number}`;
  return { form: code, version: form.version, title, day, html: documentPage(title, body, { draft: draft && say('draft') }) };
}

/** The day of a decision is that of its head, a record is of the day when it was made. Undefined while that is not in its form. */
function dayBorne(model: unknown, timeZone: string): Day | undefined {
  const { heading, made } = (isMap(model) ? model : {}) as { heading?: { day?: Day }; made?: { at?: string } };
  if (isDay(heading?.day)) return heading?.day;
  const at = new Date(made?.at ?? '');
  return Number.isNaN(at.getTime()) ? undefined : dayOf(at, timeZone);
}

function named({ fields }: Form, faults: ModelFault[]): DocumentFault[] {
  const name = (field: string) => fields[field.replace(/\[\d+\]/g, '[]')] as FormField | undefined;
  return faults.map(({ field, says }) => ({ field, says, vi: name(field)?.vi ?? field, en: name(field)?.en ?? field }));
}
