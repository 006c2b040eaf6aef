/** A file as it comes; says how much of it is here. */
export async function received(answer: Response, tell: (come: { now: number; all: number }) => void): Promise<Blob> {
  const all = Number(answer.headers.get('content-length'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body!.getReader();
  for (let now = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type: answer.headers.get('content-type') ?? '' });
    parts.push(value);
    tell({ now: (now += value.length), all });
  }
}

/** Hands a file to the browser's downloads. */
export function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
