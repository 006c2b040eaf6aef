import type { Fault } from '../table.js';
import { withoutBlanks } from './blanks.js';
import { KINDS, type Form } from './form.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PATH = /^[a-z_0-9]+(\[\])?(\.[a-z_0-9]+(\[\])?)*$/;

/** What is wrong with a form as a table. */
export function formFaults(t: Form): Fault[] {
  return [
    ...(t.form && t.version > 0 ? [] : [{ path: ['form'], says: 'a form has a name and a version' }]),
    ...(DAY.test(t.in_force?.from) && (t.in_force.to === undefined || t.in_force.to >= t.in_force.from)
      ? []
      : [{ path: ['in_force'], says: 'in_force needs a day from which it holds, and ends no earlier' }]),
    ...Object.entries(t.texts ?? {}).flatMap(([key, text]): Fault[] =>
      typeof text === 'string' && !/\{\{|\}\}/.test(withoutBlanks(text))
        ? []
        : [{ path: ['texts', key], says: 'it must be a text, and a blank is spelt {{name}}' }],
    ),
    ...fieldMapFaults(t.fields),
    ...(t.one_of ?? []).flatMap((paths, i) =>
      paths.filter((p) => !t.fields?.[p]?.optional).map((p) => ({ path: ['one_of', i], says: `${p} must be an optional field` })),
    ),
  ];
}

function fieldMapFaults(fields: Form['fields']): Fault[] {
  return Object.entries(fields ?? {}).flatMap(([path, field]) => [
    ...(PATH.test(path) ? [] : [{ path: ['fields', path], says: `${path} is no path of a field` }]),
    ...(field?.vi && field.en ? [] : [{ path: ['fields', path], says: `${path} needs a name in vi and en` }]),
    ...(field?.is === undefined || KINDS.includes(field.is)
      ? []
      : [{ path: ['fields', path, 'is'], says: `a field is one of ${KINDS.join(', ')}` }]),
  ]);
}
