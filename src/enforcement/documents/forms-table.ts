import { formFaults } from '../../core/documents/form-faults.js';
import type { Form } from '../../core/documents/form.js';
import { openTable, openTables, refuse, type Fault } from '../../core/table.js';
import { breaks, holds, type Day, type InForce } from '../penalty/day.js';
import type { FormCode } from './models.js';

const CODES: FormCode[] = ['MBB01', 'MQĐ02', 'MQĐ15', 'MQĐ40'];
interface Cited {
  in_force: InForce;
  law: string;
  decree: string;
}
interface Parts {
  cited: Cited[];
  texts: Form['texts'];
  fields: Record<string, Form['fields']>;
}
interface PenaltyForm extends Form {
  form: FormCode;
  /** groups of fields of parts.yaml */
  uses: string[];
}

const partsFaults = (t: Parts): Fault[] =>
  breaks(t.cited.map((c) => c.in_force)).map(({ index, says }) => ({ path: ['cited', index, 'in_force'], says }));
const parts = openTable<Parts>('documents/penalty/parts.yaml', partsFaults).value;

/** A form with the texts and fields of its groups in it. */
const whole = (t: PenaltyForm): PenaltyForm => ({
  ...t,
  texts: { ...parts.texts, ...t.texts },
  fields: { ...Object.assign({}, ...(t.uses ?? []).map((group) => parts.fields[group])), ...t.fields } as Form['fields'],
});
const penaltyFormFaults = (t: PenaltyForm): Fault[] => [
  ...(CODES.includes(t.form) ? [] : [{ path: ['form'], says: `no page prints the form ${t.form}` }]),
  ...(t.uses ?? []).flatMap((group, i) => (parts.fields[group] ? [] : [{ path: ['uses', i], says: `parts.yaml has no fields ${group}` }])),
  ...formFaults(whole(t)),
];

/** `config/documents/penalty/m*.yaml`, checked. */
const tables = openTables<PenaltyForm>('documents/penalty', /^m.*\.yaml$/, penaltyFormFaults);
refuse(
  CODES.flatMap((code) => {
    const own = tables.filter((t) => t.value.form === code);
    if (own.length === 0) return [`config/documents/penalty: there is no form ${code}`];
    const uncited = own.filter((t) => t.value.in_force.from < parts.cited[0].in_force.from);
    if (uncited.length > 0) return [`${uncited[0].at(['in_force'])}: parts.yaml does not say how the law was cited then`];
    return breaks(own.map((t) => t.value.in_force)).map(({ index, says }) => `${own[index].at(['in_force'])}: ${says}`);
  }),
);
export const forms: PenaltyForm[] = tables.map((t) => whole(t.value));

/** The form in force on the day that the document bears, and how it cites law and decree. */
export const formOn = (code: FormCode, day: Day): PenaltyForm | undefined => forms.find((f) => f.form === code && holds(f.in_force, day));
export const citedOn = (day: Day): Cited | undefined => parts.cited.find((c) => holds(c.in_force, day));
