import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { CASE_STATES, caseFlow } from '../../src/cases/case.flow.js';
import { claimFlow } from '../../src/classify/claim.flow.js';
import { COPY_KINDS } from '../../src/classify/copies/copies.js';
import { SKIP_WAYS } from '../../src/classify/skips/skip.repository.js';
import { JUDGEMENTS } from '../../src/classify/judgement.js';
import { STANCES } from '../../src/classify/matching/stance/stance.js';
import { DECIDED } from '../../src/classify/trials/compare.js';
import { trialFlow } from '../../src/classify/trials/trial.flow.js';
import { SWEEP_CAUSES } from '../../src/classify/sweeps/sweep.js';
import { sweepFlow } from '../../src/classify/sweeps/sweep.flow.js';
import { listeningOf } from '../../src/core/events/on.js';
import type { Flow } from '../../src/core/flow/flow.js';
import { glossary, glossaryFaults, type Glossary } from '../../src/core/glossary/glossary.js';
import { declaredProblems } from '../../src/core/problem/problem.js';
import { ITEM_STATES, REPLIES, removalFlow, restorationFlow } from '../../src/enforcement/item.flow.js';
import { ANSWER_OUTCOMES, COMPLAINANTS, COMPLAINT_WAYS } from '../../src/enforcement/complaints/complaint.js';
import { complaintFlow, COMPLAINT_STATES } from '../../src/enforcement/complaints/complaint.flow.js';
import { ANNULMENT_GROUNDS, ENDS } from '../../src/enforcement/penalties/decision.js';
import { annulmentFlow, decisionFlows, PENALTY_STATES } from '../../src/enforcement/penalties/penalty.flow.js';
import { EXPLANATION_KINDS } from '../../src/enforcement/penalties/procedure.js';
import { SERVICE_WAYS } from '../../src/enforcement/penalties/service-ways.js';
import { SIGNING_ROLES } from '../../src/enforcement/penalties/signatures.js';
import { VIOLATION_STATES, violationFlow } from '../../src/enforcement/penalties/violation.flow.js';
import { penaltyLaw } from '../../src/enforcement/penalty/penalty-table.js';
import { COMPETENCE_TESTS } from '../../src/enforcement/penalty/competence.js';
import { ASKS, BLOCKS } from '../../src/enforcement/penalty/act-result.js';
import { ROUTES } from '../../src/enforcement/penalty/compute.js';
import { READINGS } from '../../src/enforcement/penalty/choice.js';
import { OUTCOMES, STEPS } from '../../src/enforcement/penalty/fine.js';
import { CONFIDENCES, PLACES, SUBJECTS } from '../../src/enforcement/penalty/law.js';
import { TAKEDOWN_STATES, takedownFlow, withdrawalFlow } from '../../src/enforcement/takedown.flow.js';
import { correctionFlow } from '../../src/publication/correction.flow.js';
import { REVERSAL_STATES } from '../../src/office/reversal/reversal-line.js';
import { officeTable } from '../../src/office/office-table.js';
import { breaches } from '../boundaries/rules.js';
import { parse } from '../boundaries/parsed.js';
import { realTree } from '../boundaries/tree.js';
import { openOffice, type Office } from '../kit/office.js';

const needsOf = (...flows: Flow<never>[]): string[] => [
  ...new Set(
    flows.flatMap((flow) =>
      Object.values<Flow<string>[string]>(flow)
        .flat()
        .flatMap((step) => step.needs ?? []),
    ),
  ),
];

describe('the glossary', () => {
  let office: Office;
  let served: Glossary;
  beforeAll(async () => {
    office = await openOffice();
    served = (await office.guest().call('GET', '/api/glossary')).body as unknown as Glossary;
  }, 60_000);
  afterAll(() => office.close());
  const lacking = (kind: string, ids: Iterable<string>) => [...ids].filter((id) => !served[kind]?.[id]?.vi || !served[kind][id].en);

  test('names every judgement, stance, and every state of a claim, a case, a request and its links', () => {
    const kinds: [string, readonly string[]][] = [
      ['judgement', JUDGEMENTS],
      ['stance', STANCES],
      ['claim', Object.keys(claimFlow)],
      ['trial', Object.keys(trialFlow)],
      ['decided', DECIDED],
      ['case', CASE_STATES],
      ['sweep', Object.keys(sweepFlow)],
      ['sweepcause', SWEEP_CAUSES],
      ['takedown', TAKEDOWN_STATES],
      ['item', ITEM_STATES],
      ['reply', REPLIES],
      ['reversal', REVERSAL_STATES],
      ['violation', VIOLATION_STATES],
      ['penalty', PENALTY_STATES],
      ['correction', Object.keys(correctionFlow)],
      ['triage', ['waiting', 'judged', 'merged']],
      ['copy', COPY_KINDS],
      ['skip', SKIP_WAYS],
    ];
    expect(kinds.map(([kind, ids]) => [kind, lacking(kind, ids)])).toEqual(kinds.map(([kind]) => [kind, []]));
  });
  test('names all that the law of penalties can answer', () => {
    const kinds: [string, readonly string[]][] = [
      ['penaltyroute', ROUTES],
      ['penaltyask', ASKS],
      ['penaltyblock', BLOCKS],
      ['reading', READINGS],
      ['offered', ['named', 'beside', 'lighter']],
      ['fine', OUTCOMES],
      ['finestep', STEPS],
      ['competence', COMPETENCE_TESTS],
      ['confidence', CONFIDENCES],
      ['subject', SUBJECTS],
      ['place', PLACES],
      ['penaltyend', ENDS],
      ['annulment', ANNULMENT_GROUNDS],
      ['explanation', EXPLANATION_KINDS],
      ['service', SERVICE_WAYS],
      ['signing', SIGNING_ROLES],
      ['complaint', COMPLAINT_STATES],
      ['complaintway', COMPLAINT_WAYS],
      ['complainant', COMPLAINANTS],
      ['complaintoutcome', ANSWER_OUTCOMES],
      ['complaintdue', ['acceptance', 'answer']],
      ['title', penaltyLaw.authorities.flatMap((a) => a.titles.map((t) => t.key))],
    ];
    expect(kinds.map(([kind, ids]) => [kind, lacking(kind, ids)])).toEqual(kinds.map(([kind]) => [kind, []]));
  });
  test('names everything that a step can lack', () => {
    expect(
      lacking(
        'lacks',
        needsOf(
          claimFlow as never,
          caseFlow as never,
          removalFlow as never,
          restorationFlow as never,
          takedownFlow as never,
          withdrawalFlow as never,
          correctionFlow as never,
          violationFlow as never,
          annulmentFlow as never,
          complaintFlow as never,
          ...Object.values(decisionFlows as Record<string, never>),
        ),
      ),
    ).toEqual([]);
  });
  test('names every event type that the code declares', () => {
    const declared = realTree().flatMap((source) => (source.path.startsWith('src/') ? parse(source).declares : []));
    expect(declared.length).toBeGreaterThan(40);
    expect(lacking('event', declared)).toEqual([]);
    expect(Object.keys(glossary.event).filter((type) => !declared.includes(type))).toEqual([]);
  });
  test('names each rule by which the engine decides what it saw', () => {
    const engine = realTree().filter((source) => source.path.startsWith('src/crawl/') && !source.path.endsWith('.spec.ts'));
    const rules = engine.flatMap((source) => [...source.text.matchAll(/\brule: '([a-z-]+)'/g)].map((found) => found[1]));
    expect(rules.length).toBeGreaterThan(20);
    expect(lacking('ground', [...rules, 'words-gone', 'words-login', 'words-region', 'words-private', 'words-robot'])).toEqual([]);
  });
  test('tells in words what it means when a piece of background work gives up, for each that there is and no other', () => {
    const providers = [...office.app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
    const handlers = new Set(
      providers.flatMap(({ metatype }) => (typeof metatype === 'function' && listeningOf(metatype) ? [metatype.name] : [])),
    );
    expect(handlers.size).toBeGreaterThan(20);
    expect([...handlers].sort()).toEqual(Object.keys(officeTable.gave_up.handlers).sort());
  });
  test('names every problem that the running house can answer, and its English label is the title that the answer bears', () => {
    const problems = [...declaredProblems()];
    expect(problems.length).toBeGreaterThan(40);
    expect(problems.filter(([code, { title }]) => glossary.problem[code]?.en !== title).map(([code]) => code)).toEqual([]);
  });
  test('gives a problem its title in the language that the caller prefers, English where it asks for none of ours', async () => {
    const told = async (language?: string) => {
      const { body, headers } = await office.guest().call('GET', '/api/work', undefined, language ? { 'accept-language': language } : {});
      return [body.title, headers.get('content-language'), headers.get('vary')?.split(', ')[0]];
    };
    const vietnamese = ['Hãy đăng nhập trước', 'vi', 'Accept-Language'];
    const english = ['Sign in first', 'en', 'Accept-Language'];
    expect(await told('vi-VN,vi;q=0.9,en;q=0.8')).toEqual(vietnamese);
    expect(await told('en-GB;q=0.5, vi')).toEqual(vietnamese);
    expect(await told('en,vi;q=0.9')).toEqual(english);
    expect(await told('fr')).toEqual(english);
    expect(await told()).toEqual(english);
  });
  test('names every role and right, in both languages, to whoever asks', () => {
    expect(served.role.inspector).toEqual({ vi: 'Thanh tra viên', en: 'Inspector' });
    expect(served.right['case.read'].vi).toBe('Xem vụ việc');
  });
  test('refuses a word without its label in one language, and says where', () => {
    expect(glossaryFaults({ case: { open: { vi: 'Mới mở' } as never } })).toEqual([
      { path: ['case', 'open'], says: 'case open lacks its label in en' },
    ]);
    expect(glossaryFaults({ case: { open: { vi: ' ', en: 'Open' } } })).toHaveLength(1);
    expect(glossaryFaults({ case: null as never })).toHaveLength(1);
    expect(glossaryFaults({ case: { open: { vi: 'Mới mở', 'chưa giao': null, en: 'Open' } as never } })).toEqual([
      { path: ['case', 'open'], says: 'case open holds chưa giao beside vi and en; quote a label with a comma' },
    ]);
  });
  test('is read by core, which knows no room', () => {
    expect(breaches(realTree().filter((f) => f.path.startsWith('src/core/')))).toEqual([]);
  });
});
