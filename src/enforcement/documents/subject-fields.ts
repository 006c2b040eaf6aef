import type { Accused } from './known-facts.js';
import type { Organisation, Person, Subject } from './models.js';

/** What may still be missing: the form names it. */
type Known<T> = { [K in keyof T]?: T[K] extends object ? Known<T[K]> : T[K] };

/** Who it is about, as papers say; what they do not say stays open. */
export function subjectFields({ kind, name, details: d }: Accused): Subject {
  if (kind === 'organisation') {
    const organisation: Known<Organisation> = {
      name,
      address: d.seat,
      code: d.registration,
      licence: { number: d.licence, issued_on: d.licenceIssuedOn, issued_by: d.licenceIssuedBy },
      head: { name: d.representative, sex: d.representativeGender, title: d.representativeTitle },
    };
    return { organisation: organisation as Organisation };
  }
  const person: Known<Person> = {
    name,
    sex: d.gender,
    born: d.born,
    nationality: d.nationality,
    occupation: d.occupation,
    residence: d.residence,
    id: { kind: d.idKind, number: d.idNumber, issued_on: d.idIssuedOn, issued_by: d.idIssuedBy },
  };
  return { person: person as Person };
}
