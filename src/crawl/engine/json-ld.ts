/** What a page tells machines of its article (schema.org), for what no element of it shows. */
export interface Linked {
  type: string;
  author: string | null;
  authorUrl: string | null;
  published: string | null;
  edited: string | null;
}

/** Runs in the page, looked at many times a second: of all that it tells machines so much and no more. */
export function linkedTexts(): string[] {
  const texts: string[] = [];
  let left = 1_000_000;
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json" i]')).slice(0, 20)) {
    const text = script.textContent ?? '';
    if (text.length > left) continue;
    left -= text.length;
    texts.push(text);
  }
  return texts;
}

/** Runs in the page. Of several articles the one that names this page, else the one that is called as the page is; a list of others tells nothing. `here`: the page's own addresses. */
export function linkedIn(texts: string[], here: string[], title: string): Linked | null {
  type Item = Record<string, unknown>;
  const [items, byId] = [[] as Item[], new Map<string, Item>()];
  const parsed = (text: string): unknown => {
    const plain = text.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/\p{Cc}/gu, ' ');
    try {
      return JSON.parse(plain.slice(Math.max(0, plain.search(/[[{]/)), Math.max(plain.lastIndexOf('}'), plain.lastIndexOf(']')) + 1));
    } catch {
      return null;
    }
  };
  const queue: unknown[] = texts.map(parsed);
  for (let i = 0; i < queue.length && i < 2_000; i++) {
    const it = queue[i] as Item | unknown[] | null;
    if (Array.isArray(it)) queue.push(...it.slice(0, 500));
    else if (it && typeof it === 'object') {
      items.push(it);
      if (typeof it['@id'] === 'string' && !byId.has(it['@id'])) byId.set(it['@id'], it);
      queue.push(it['@graph'], it.mainEntity);
    }
  }
  const words = (value: unknown, longest: number): string | null =>
    (typeof value === 'string' &&
      value
        .slice(0, 2 * longest)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, longest)) ||
    null;
  const typeOf = (it: Item): string | null =>
    [it['@type']]
      .flat()
      .map((type) => (typeof type === 'string' && type.length < 100 ? type.replace(/^.*[/#:]/, '') : ''))
      .find((type) => /^(\w*Article|\w*BlogPosting|SocialMediaPosting|DiscussionForumPosting|VideoObject)$/.test(type)) ?? null;
  const address = (value: unknown): string | null =>
    typeof value === 'string' && value.length <= 2_048 && URL.canParse(value, here[0])
      ? new URL(value, here[0]).href.replace(/#.*$/, '')
      : null;
  const of = (value: unknown): Item => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Item) : {});
  const names = (it: Item): boolean =>
    [it.url, it['@id'], it.mainEntityOfPage, of(it.mainEntityOfPage)['@id'], of(it.mainEntityOfPage).url].some((value) => {
      const at = address(value);
      return at !== null && here.includes(at);
    });
  const articles = items.filter((it) => typeOf(it) !== null);
  const called = (it: Item): string | null => words(it.headline, 500) ?? words(it.name, 500);
  const likely = [articles.filter((it) => typeOf(it) !== 'VideoObject'), articles].find((list) => list.length > 0) ?? [];
  const one = likely.every((it) => called(it) === called(likely[0])) ? likely[0] : likely.find((it) => called(it) === title);
  const article = likely.find(names) ?? articles.find(names) ?? one;
  if (!article) return null;
  const people = [article.author ?? article.creator]
    .flat()
    .slice(0, 5)
    .map((person) => {
      const own = typeof person === 'string' ? { name: person } : of(person);
      const told = own.name === undefined && typeof own['@id'] === 'string' ? (byId.get(own['@id']) ?? own) : own;
      const url = [told.url ?? told.sameAs].flat().map(address)[0] ?? null;
      return { name: words([told.name].flat()[0], 200), url: url !== null && /^https?:/.test(url) ? url : null };
    })
    .filter(({ name }) => name !== null && !/^https?:/.test(name));
  const day = (value: unknown): string | null => (words(value, 64) && /\d/.test(words(value, 64)!) ? words(value, 64) : null);
  return {
    type: typeOf(article)!,
    author: people.map(({ name }) => name).join(', ') || null,
    authorUrl: people[0]?.url ?? null,
    published: day(article.datePublished) ?? day(article.uploadDate),
    edited: day(article.dateModified),
  };
}
