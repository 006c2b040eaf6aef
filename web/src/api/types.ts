import type { components } from './schema.js';

/** The records as the API tells them, under the names of the screens; schema.d.ts is made by `npm run describe`. */
type Schemas = components['schemas'];

/** Every list of the API has this shape. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}
export type Me = Schemas['Me'];
export type NextAct = Schemas['NextAct'];
export type Clock = Schemas['OfficeTime'];
/** by the path of the room */
export type Counts = Record<string, number>;
export type Words = Schemas['Glossary'];

export type SeenSignedIn = Schemas['SeenSignedIn'];
export type ProfileLine = Schemas['ProfileLine'];
export type ProfilePage = Schemas['ProfilePage'];
export type Factor = Schemas['LabelledFactor'];
export type OpenedReplay = Schemas['OpenedReplay'];
export type Comparison = Schemas['Comparison'];
export type ListedCapture = Schemas['ListedCapture'];
export type Lease = Schemas['Lease'];
export type TriageLine = Schemas['TriageLine'];
export type TriageFull = Schemas['TriageFile'];
export type TriageEvent = Schemas['TriageEvent'];
/** With the key that does it, where it has one. */
export type TriageAct = Schemas['TriageAct'];
/** Why the machine suggests a claim: a code with its values. */
export type MatchReason = Schemas['Reason'];
/** What was judged of another post that says the same. */
export type SameText = Schemas['SameText'];
export type PostAddress = Schemas['PostAddress'];
export type FreeCapture = Schemas['FreeCapture'];
export type TriageReport = Schemas['TriageReport'];
export type TriageReading = Schemas['TriageReading'];
export type Match = Schemas['TriageMatch'];
export type Span = Schemas['Span'];
export type Source = Schemas['Source'];
export type Judged = Schemas['StandingJudgement'];
export type EarlierJudgement = Schemas['EarlierJudgement'];
export type Capture = Schemas['TriageCapture'];
export type PackageSeal = Schemas['PackageSeal'];
export type CaptureChoices = Schemas['CaptureChoices'];
export type CapturePart = Schemas['Part'];
export type CaptureRecord = Schemas['CaptureFile'];

export type CaseLine = Schemas['CaseLine'];
export type OvertakenClaim = Schemas['OvertakenClaim'];
export type ClaimSource = Schemas['ClaimSource'];
export type ClaimSources = Schemas['ClaimSources'];
export type RestsOnClaim = Schemas['RestsOnClaim'];
export type CaseFull = Schemas['CaseFile'];
export type CasePost = Schemas['CasePost'];
export type CaseAddress = Schemas['CaseAddress'];
export type Exhibit = Schemas['Exhibit'];
export type BroughtFile = NonNullable<Exhibit['file']>;
export type FileKinds = Schemas['FileKinds'];
export type Party = Schemas['Party'];
export type Colleague = Schemas['Colleague'];
export type StaffMember = Schemas['StaffMember'];
export type Hold = Schemas['Hold'];
export type PurgeBatch = Schemas['PurgeBatch'];
export type PurgeItem = Schemas['PurgeItem'];
export type HeldCase = Schemas['HeldCase'];
export type Note = Schemas['Note'];
export type Deadline = Schemas['Deadline'];
export type Fall = Schemas['Fall'];
export type HistoryLine = Schemas['CaseEvent'];

export type MatchingStands = Schemas['MatchingStands'];
export type Thresholds = Schemas['Thresholds'];
export type CurvePoint = Schemas['CurvePoint'];
export type Share = Schemas['Share'];
export type RecallEstimate = Schemas['RecallEstimate'];
export type TrialLine = Schemas['TrialLine'];
export type TrialFull = Schemas['TrialFile'];
export type TrialChange = Schemas['TrialChange'];
export type Drift = Schemas['Drift'];
export type DriftColumn = Schemas['DriftColumn'];
export type ClaimPrecision = Schemas['ClaimPrecision'];
export type Claim = Schemas['ClaimLine'];
export type Sweep = Schemas['SweepLine'];
export type Spread = Schemas['ClaimSpread'];
export type ClaimPost = Schemas['ClaimPost'];
export type ClaimVersion = Schemas['ClaimVersionLine'];
export type ClaimAct = Schemas['ClaimAct'];
export type ClaimFull = Schemas['ClaimFile'];
export type SimilarClaim = Schemas['SimilarClaim'];
export type MergePreview = Schemas['MergePreview'];
export type ProposedMerge = Schemas['ProposedMerge'];
export type ImportPreview = Schemas['ImportPreview'];
export type ImportLine = Schemas['ImportLine'];
export type ImportDone = Schemas['ImportDone'];
export type FoundCheck = Schemas['FoundCheck'];
export type FoundChecks = Schemas['FoundChecks'];
export type ImportedList = Schemas['ImportedList'];
export type ApprovedVersions = Schemas['ApprovedVersions'];
export type RoleAsked = Schemas['RoleToApprove'];
export type LockedAccount = Schemas['LockedAccount'];
export type ResetAsked = Schemas['FactorResetToApprove'];
export type TitleAsked = Schemas['TitleToApprove'];
export type LogLine = Schemas['LogLine'];
export type LogPage = Schemas['LogPage'];
export type UserLine = Schemas['User'];
export type ReportLine = Schemas['ReportLine'];
export type IdentityState = Schemas['MyRequest'];
export type IdentityAnswer = Schemas['IdentityAnswer'];
export type IdentityAsked = Schemas['IdentityToApprove'];
export type Proposal = Schemas['CaseProposal'];
export type Work = Schemas['Work'];
export type Overview = Schemas['Overview'];
export type PlatformHealthReport = Schemas['PlatformHealthReport'];
export type MeasureShare = Schemas['MeasureShare'];
export type Rise = Schemas['Rise'];
export type Waiting = Schemas['Waiting'];
export type DoneFigure = Schemas['Done'];
export type WaitingLine = Schemas['WaitingLine'];
export type ToldLine = Schemas['ToldLine'];
export type LogEntry = Schemas['LogEntry'];
export type PublicFigures = Schemas['PublicFigures'];
export type EvidenceVerification = Schemas['EvidenceVerification'];

export type SavedLists = Schemas['SavedLists'];
export type SavedList = Schemas['SavedList'];
export type BuiltInList = Schemas['BuiltInList'];
export type ListName = SavedList['list'];
export type SeenBefore = Schemas['SeenBefore'];
export type Found = Schemas['Found'];
export type Hit = Schemas['Hit'];
