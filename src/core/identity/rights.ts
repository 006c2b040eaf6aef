import { readTable, type Fault } from '../table.js';

interface Labels {
  vi: string;
  en: string;
}
export interface RightsTable {
  rights: Record<string, Labels>;
  roles: Record<string, { label: Labels; rights: string[] }>;
}

export function rightsFaults(table: RightsTable): Fault[] {
  const labelled = (path: string[], l: Labels | undefined): Fault[] =>
    l?.vi && l.en ? [] : [{ path, says: `${path.join('.')} needs a label in vi and en` }];
  return [
    ...Object.entries(table.rights).flatMap(([right, labels]) => labelled(['rights', right], labels)),
    ...Object.entries(table.roles).flatMap(([name, role]) => [
      ...labelled(['roles', name, 'label'], role.label),
      ...role.rights.flatMap((right, i) =>
        right in table.rights ? [] : [{ path: ['roles', name, 'rights', i], says: `${right} is no right of this house` }],
      ),
    ]),
  ];
}

/** `config/rights.yaml`, checked. */
export const rightsTable = readTable<RightsTable>('rights.yaml', rightsFaults);
export const knownRights: ReadonlySet<string> = new Set(Object.keys(rightsTable.rights));

/** All rights that these roles bundle. */
export function rightsOf(roles: readonly string[]): Set<string> {
  return new Set(roles.flatMap((role) => rightsTable.roles[role]?.rights ?? []));
}

/** The roles that bundle a right. */
export const rolesWith = (right: string): string[] =>
  Object.entries(rightsTable.roles)
    .filter(([, role]) => role.rights.includes(right))
    .map(([name]) => name);
