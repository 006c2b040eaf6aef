import { readTable } from '../table.js';

interface PersonalDataTable {
  look_hours: number;
}

/** `config/personal-data.yaml`, checked. */
export const personalDataTable = readTable<PersonalDataTable>('personal-data.yaml', (table) =>
  Number.isInteger(table.look_hours) && table.look_hours >= 1 && table.look_hours <= 720
    ? []
    : [{ path: ['look_hours'], says: 'look_hours must be a whole number of 1 to 720' }],
);
