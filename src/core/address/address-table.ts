import { readTable, type Fault } from '../table.js';
import type { AddressRules } from './normalise-url.js';
import { isExpression } from './link-pattern.js';
import type { Wrapper } from './wrapped-link.js';

type Written = Omit<AddressRules, 'wrappers'> & { wrappers: Omit<Wrapper, 'at'>[] };
const faults = (table: Written): Fault[] => [
  ...(Number.isInteger(table.longest) && table.longest >= 100
    ? []
    : [{ path: ['longest'], says: 'longest must be a whole number of at least 100 characters' }]),
  ...table.wrappers.flatMap(({ from, query }, i) =>
    isExpression(from) && (query !== undefined || from.includes('(?<target>'))
      ? []
      : [{ path: ['wrappers', i], says: `${from} must be an expression, with a query or a group target` }],
  ),
];

const written = readTable<Written>('address.yaml', faults);

/** `config/address.yaml`, checked. */
export const addressRules: AddressRules = {
  ...written,
  wrappers: written.wrappers.map((w) => ({ ...w, at: new RegExp(w.from, 'u') })),
};
