import { readTable } from '../table.js';
import type { AddressRules } from './normalise-url.js';

/** `config/address.yaml`, checked. */
export const addressRules = readTable<AddressRules>('address.yaml', (table) =>
  Number.isInteger(table.longest) && table.longest >= 100
    ? []
    : [{ path: ['longest'], says: 'longest must be a whole number of at least 100 characters' }],
);
