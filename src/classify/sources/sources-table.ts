import { readTable } from '../../core/table.js';

/** `config/claim-sources.yaml`, checked. */
export const sourcesTable = readTable<{ capture_on_approval: boolean }>('claim-sources.yaml', ({ capture_on_approval: on }) =>
  typeof on === 'boolean' ? [] : [{ path: ['capture_on_approval'], says: 'capture_on_approval must be true or false' }],
);
