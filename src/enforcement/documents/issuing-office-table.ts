import { readTable, type Fault } from '../../core/table.js';
import { fault, isMap, onlyKeys, whole } from '../table-faults.js';

/** The body in whose name documents are issued. */
export interface IssuingOffice {
  superior?: string;
  agency: string;
  place: string;
  field: string;
  executor: string;
  informed: string[];
  payment: { pay_at: string; account?: string; collector: string; refund_by: string };
  record: { explain_to: string; place_reason: string; copies: number };
}
const TEXTS = [['agency'], ['place'], ['field'], ['executor']];
const NESTED = [
  ['payment', 'pay_at'],
  ['payment', 'collector'],
  ['payment', 'refund_by'],
  ['record', 'explain_to'],
  ['record', 'place_reason'],
];
const isText = (v: unknown): boolean => typeof v === 'string' && v.trim() !== '';
const textFaults = (t: unknown, path: string[]): Fault[] =>
  isText(path.reduce<unknown>((v, key) => (isMap(v) ? v[key] : undefined), t)) ? [] : fault(path, `${path.join('.')} must be a text`);

export function issuingOfficeFaults(t: IssuingOffice): Fault[] {
  return [
    ...onlyKeys([], t, ['superior', 'agency', 'place', 'field', 'executor', 'informed', 'payment', 'record']),
    ...onlyKeys(['payment'], t.payment, ['pay_at', 'account', 'collector', 'refund_by']),
    ...onlyKeys(['record'], t.record, ['explain_to', 'place_reason', 'copies']),
    ...[...TEXTS, ...NESTED].flatMap((path) => textFaults(t, path)),
    ...(t.superior === undefined ? [] : textFaults(t, ['superior'])),
    ...(t.payment?.account === undefined ? [] : textFaults(t, ['payment', 'account'])),
    ...(Array.isArray(t.informed) && t.informed.every(isText) ? [] : fault(['informed'], 'informed must list texts')),
    ...whole(['record', 'copies'], t.record?.copies, 2),
  ];
}

/** `config/issuing-office.yaml`, checked. */
export const issuingOffice = readTable<IssuingOffice>('issuing-office.yaml', issuingOfficeFaults);
