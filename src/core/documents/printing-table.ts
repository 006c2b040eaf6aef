import { readTable } from '../table.js';

const LIMITS = ['seconds', 'idle_seconds', 'waiting', 'page_bytes', 'pdf_bytes', 'text_letters', 'list_entries'] as const;

/** `config/printing.yaml`, checked. */
export const printing = readTable<Record<(typeof LIMITS)[number], number>>('printing.yaml', (t) =>
  LIMITS.filter((key) => !(t[key] > 0)).map((key) => ({ path: [key], says: `${key} must be positive` })),
);
