import { cite, idOf } from './law.js';
import { penaltyLaw } from './penalty-table.js';

/** Every provision by its id, as a decision cites it. */
export const citations = Object.fromEntries(penaltyLaw.provisions.map((p) => [idOf(p), cite(p, penaltyLaw.decrees[p.decree])]));
