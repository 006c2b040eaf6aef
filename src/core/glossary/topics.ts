import { readTable, type Fault } from '../table.js';
import type { Label } from './glossary.js';

const ID = /^[a-z0-9-]{2,40}$/;

export function topicFaults(topics: Record<string, Label>): Fault[] {
  return Object.entries(topics).flatMap(([id, label]) => [
    ...(ID.test(id) ? [] : [{ path: [id], says: `${id} is no id of a topic: 2 to 40 small letters, digits or hyphens` }]),
    ...(label?.vi && label.en ? [] : [{ path: [id], says: `the topic ${id} needs a name in vi and en` }]),
  ]);
}

/** `config/topics.yaml`, checked. */
export const topics = readTable<Record<string, Label>>('topics.yaml', topicFaults);
