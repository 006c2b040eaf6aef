import { readTable, type Fault } from '../table.js';
import type { AddressRules } from './normalise-url.js';

const isExpression = (text: string): boolean => {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};
const faults = (table: AddressRules): Fault[] => [
  ...(Number.isInteger(table.longest) && table.longest >= 100
    ? []
    : [{ path: ['longest'], says: 'longest must be a whole number of at least 100 characters' }]),
  ...table.wrappers.flatMap(({ from, query }, i) =>
    isExpression(from) && (query !== undefined || from.includes('(?<target>'))
      ? []
      : [{ path: ['wrappers', i], says: `${from} must be an expression, with a query or a group target` }],
  ),
];

/** `config/address.yaml`, checked. */
export const addressRules = readTable<AddressRules>('address.yaml', faults);
