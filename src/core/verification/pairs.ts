import type { Faults } from './faults.js';
import type { Archive } from './index-lines.js';
import type { WarcRecord } from './warc-record.js';

/** Every answer has the request that asked for it, about the same address; every record has a name of its own. Answers how many requests were left without an answer. */
export function checkPairs(archives: readonly Archive[], faults: Faults): number {
  const all = archives.flatMap(({ name, records }) => records.map((record) => ({ record, where: `${name} @${record.at}` })));
  const byId = new Map<string, WarcRecord>();
  const named = new Set<string>();
  for (const { record, where } of all) {
    if (byId.has(record.id)) faults.add('archive.same-id', where);
    byId.set(record.id, record);
    for (const id of record.concurrent) named.add(id);
  }
  let unanswered = 0;
  for (const { record, where } of all) {
    const others = record.concurrent.flatMap((id) => byId.get(id) ?? []);
    if (others.some((other) => other.uri !== record.uri)) faults.add('archive.pair', where, { uri: record.uri });
    const paired = named.has(record.id) || others.length > 0;
    if (record.type === 'response' && !paired) faults.add('archive.pair', where, { uri: record.uri });
    if (record.type === 'request' && !paired) unanswered++;
  }
  return unanswered;
}
