import { readFileSync } from 'node:fs';
import type { MatchRules } from '../classify/matching/match.js';
import { matching } from '../classify/matching/matching-table.js';
import { modelFaults, scorer, type MatcherModel } from '../classify/matching/model.js';

/** The rules of the house, by a model of somebody's own where one is named. */
export const rulesBy = (model?: string): MatchRules => (model ? { ...matching, model: scorer(readModel(model)) } : matching);

function readModel(file: string): MatcherModel {
  const model = readJson(file);
  const faults = modelFaults(model);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  return model as MatcherModel;
}

/** What a file of JSON says; a fault names the file. */
export function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: this is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
