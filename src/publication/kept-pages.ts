/** What was put together lately, by what it depends on; the oldest goes when it is full. */
export class KeptPages {
  private readonly pages = new Map<string, string>();
  constructor(private readonly most: number) {}

  async get(key: unknown[], make: () => string | Promise<string>): Promise<string> {
    const name = JSON.stringify(key);
    const kept = this.pages.get(name);
    if (kept !== undefined) return kept;
    const page = await make();
    this.pages.set(name, page);
    if (this.pages.size > this.most) this.pages.delete(this.pages.keys().next().value!);
    return page;
  }
}
