import { readTable } from '../core/table.js';

interface PublicationTable {
  cleared_after_days: number;
}

/** `config/publication.yaml`, checked. */
export const publicationTable = readTable<PublicationTable>('publication.yaml', ({ cleared_after_days: days }) =>
  Number.isInteger(days) && days >= 1
    ? []
    : [{ path: ['cleared_after_days'], says: 'cleared_after_days must be a whole number of at least 1' }],
);
