import { readTable } from '../table.js';
import { fileFaults, type FileTable } from './file-kinds.js';

/** `config/files.yaml`, checked. */
export const fileTable = readTable<FileTable>('files.yaml', fileFaults);
