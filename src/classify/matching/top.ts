/** The `k` best of what is offered, whatever the order: by score, equal scores by number. */
export class Top {
  private readonly scores: Float64Array;
  private readonly docs: Int32Array;
  private size = 0;
  constructor(readonly k: number) {
    this.scores = new Float64Array(k);
    this.docs = new Int32Array(k);
  }

  /** What a score must reach to come in. */
  get least(): number {
    return this.size < this.k ? 0 : this.scores[0];
  }
  offer(score: number, doc: number): void {
    if (this.size < this.k) this.rise(this.size++, score, doc);
    else if (score > this.scores[0] || (score === this.scores[0] && doc < this.docs[0])) this.sink(score, doc);
  }
  sorted(): { claim: number; bm25: number }[] {
    const found = Array.from({ length: this.size }, (_, i) => ({ claim: this.docs[i], bm25: this.scores[i] }));
    return found.sort((a, b) => b.bm25 - a.bm25 || a.claim - b.claim);
  }

  private weaker(i: number, score: number, doc: number): boolean {
    return this.scores[i] < score || (this.scores[i] === score && this.docs[i] > doc);
  }
  private put(at: number, score: number, doc: number): void {
    this.scores[at] = score;
    this.docs[at] = doc;
  }
  private rise(at: number, score: number, doc: number): void {
    let i = at;
    for (let above = (i - 1) >> 1; i > 0 && !this.weaker(above, score, doc); above = (i - 1) >> 1) {
      this.put(i, this.scores[above], this.docs[above]);
      i = above;
    }
    this.put(i, score, doc);
  }
  private sink(score: number, doc: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.weaker(child + 1, this.scores[child], this.docs[child])) child++;
      if (!this.weaker(child, score, doc)) break;
      this.put(i, this.scores[child], this.docs[child]);
      i = child;
    }
    this.put(i, score, doc);
  }
}
