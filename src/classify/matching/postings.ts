/** Which documents hold a term, and how much that counts, as flat arrays; filled once, then only read. */
export class Postings {
  private constructor(
    private readonly offsets: Uint32Array,
    private readonly docs: Uint32Array,
    private readonly impacts: Float32Array,
  ) {}

  static build(entries: { terms: number[]; docs: number[]; impacts: number[] }, termCount: number): Postings {
    const offsets = new Uint32Array(termCount + 1);
    for (const term of entries.terms) offsets[term + 1]++;
    for (let t = 0; t < termCount; t++) offsets[t + 1] += offsets[t];
    const next = offsets.slice();
    const docs = new Uint32Array(entries.terms.length);
    const impacts = new Float32Array(entries.terms.length);
    for (let i = 0; i < entries.terms.length; i++) {
      const at = next[entries.terms[i]]++;
      docs[at] = entries.docs[i];
      impacts[at] = entries.impacts[i];
    }
    return new Postings(offsets, docs, impacts);
  }

  /** Adds a term’s impacts, times its weight in the post, to `scores`; documents seen for the first time go to `touched`. */
  add(term: number, weight: number, scores: Float32Array, touched: number[]): void {
    for (let i = this.offsets[term]; i < this.offsets[term + 1]; i++) {
      const doc = this.docs[i];
      if (scores[doc] === 0) touched.push(doc);
      scores[doc] += weight * this.impacts[i];
    }
  }
  get size(): number {
    return this.docs.length;
  }
}

/** The `k` documents with the highest scores, best first; equal scores keep the order of the registry. */
export function best(scores: Float32Array, touched: number[], k: number): number[] {
  if (touched.length <= k) return touched.sort((a, b) => scores[b] - scores[a] || a - b);
  const kept: number[] = []; // a heap with the weakest on top
  const weaker = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  const sink = (from: number) => {
    for (let i = from; ;) {
      let low = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < kept.length && weaker(kept[child], kept[low])) low = child;
      if (low === i) return;
      [kept[i], kept[low]] = [kept[low], kept[i]];
      i = low;
    }
  };
  for (const doc of touched) {
    if (kept.length < k) {
      kept.push(doc);
      if (kept.length === k) for (let i = k >> 1; i >= 0; i--) sink(i);
    } else if (weaker(kept[0], doc)) {
      kept[0] = doc;
      sink(0);
    }
  }
  return kept.sort((a, b) => scores[b] - scores[a] || a - b);
}
