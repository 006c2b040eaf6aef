/** The parts of CDP's DOMSnapshot.captureSnapshot that are read. */
export interface Snapshot {
  strings: string[];
  documents: {
    documentURL?: number;
    nodes: { parentIndex?: number[]; nodeName?: number[]; attributes?: number[][]; contentDocumentIndex?: { index: number[] } };
    layout: { nodeIndex: number[]; text: number[]; bounds: number[][]; styles?: number[][]; blendedBackgroundColors?: number[] };
  }[];
}

/** What a page itself says, with the frames in which it shows its posts (`shown`: their addresses), apart from what stands in others. */
export interface PageText {
  text: string;
  frameText: string;
}
/** `far`: what frames say that another process draws. */
export function pageTextOf({ strings, documents }: Snapshot, shown: string[], far: string[] = []): PageText {
  const own = documents.map((d, i) => i === 0 || shown.includes(strings[d.documentURL ?? -1]));
  return {
    text: textOf({ strings, documents: documents.filter((_, i) => own[i]) }),
    frameText: [textOf({ strings, documents: documents.filter((_, i) => !own[i]) }), ...far].filter(Boolean).join('\n'),
  };
}

/** The text of documents in the order of their layout, closed shadow roots included; scripts of the page cannot change it. */
export function textOf({ strings, documents }: Snapshot): string {
  const lines: string[] = [];
  for (const { layout } of documents) {
    let [line, bottom] = ['', Number.NEGATIVE_INFINITY];
    layout.text.forEach((index, i) => {
      const text = index >= 0 ? strings[index] : '';
      if (!text) return;
      const [, top, , height] = layout.bounds[i];
      if (top >= bottom - 2 && line) {
        lines.push(line);
        line = '';
      }
      line += text;
      bottom = Math.max(top + height, line === text ? Number.NEGATIVE_INFINITY : bottom);
    });
    if (line) lines.push(line);
  }
  return lines
    .map((l) => l.replace(/[\t ]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** What several takes of one page said: the first, and every line that only a later one had. */
export function union(takes: string[]): string {
  const lines = takes[0]?.split('\n') ?? [];
  const seen = new Set(lines);
  for (const take of takes.slice(1))
    for (const line of take.split('\n'))
      if (line && !seen.has(line)) {
        seen.add(line);
        lines.push(line);
      }
  return lines.join('\n');
}
