import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { CaseListDto } from '../../cases/index.js';
import { ClaimListDto, TriageListDto } from '../../classify/index.js';
import { ItemListDto, PenaltyListDto, TakedownListDto, ViolationListDto } from '../../enforcement/index.js';
import { ReportListDto } from '../../intake/index.js';
import { CorrectionListDto } from '../../publication/index.js';

interface List {
  /** the right that opens it */
  right: string;
  /** what narrows and orders it, as its own route checks it */
  form: new () => object;
}
/** The lists of the office of which a filter can be kept under a name. */
export const LISTS = {
  triage: { right: 'triage.read', form: TriageListDto },
  cases: { right: 'case.read', form: CaseListDto },
  claims: { right: 'claim.read', form: ClaimListDto },
  takedowns: { right: 'takedown.read', form: TakedownListDto },
  links: { right: 'takedown.read', form: ItemListDto },
  penalties: { right: 'penalty.read', form: PenaltyListDto },
  violations: { right: 'violation.read', form: ViolationListDto },
  corrections: { right: 'correction.read', form: CorrectionListDto },
  reports: { right: 'report.read', form: ReportListDto },
} satisfies Record<string, List>;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** A place in a list, and what belongs to one record: neither makes a list to come back to. */
const NOT_KEPT = new Set(['cursor', 'limit', 'id', 'caseId', 'claimId']);
const keysOf = (form: List['form']): Set<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(form, '', false, false)
      .map((check) => check.propertyName)
      .filter((key) => !NOT_KEPT.has(key)),
  );

/** A kept filter as the list's own route would read it, or what it would refuse. */
export function readFilter(
  list: ListName,
  filter: Record<string, string>,
): { read: object; faults: Pick<ValidationError, 'property' | 'constraints'>[] } {
  const { form } = LISTS[list];
  const keys = keysOf(form);
  const unknown = Object.keys(filter).filter((key) => !keys.has(key));
  if (unknown.length > 0)
    return {
      read: {},
      faults: unknown.map((property) => ({ property, constraints: { whitelistValidation: `${property} narrows no such list` } })),
    };
  const read = plainToInstance<object, object>(form, filter);
  return { read, faults: validateSync(read, { whitelist: true, forbidNonWhitelisted: true }) };
}
