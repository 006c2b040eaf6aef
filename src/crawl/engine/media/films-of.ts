import type { FoundMedium } from '../keep-media.js';

/** Runs in the page: the films and sounds of a post; on a page of no known platform those beside its article too. Open shadow roots are looked into. */
export function filmsOf(post: Element | null, anywhere: boolean): HTMLVideoElement[] {
  const [most, deepest] = [20_000, 5];
  const within = (place: ParentNode, depth: number): HTMLVideoElement[] => [
    ...Array.from(place.querySelectorAll<HTMLVideoElement>('video,audio')),
    ...(depth < deepest
      ? Array.from(place.querySelectorAll('*'))
          .slice(0, most)
          .flatMap((e) => (e.shadowRoot ? within(e.shadowRoot, depth + 1) : []))
      : []),
  ];
  const root = anywhere ? (Reflect.get(Document.prototype, 'body', document) as HTMLElement | null) : post;
  return root ? within(root, 0).filter((e) => !e.closest('aside,nav,footer')) : [];
}

/** Runs in the page: the files that a post shows, each once. */
export function mediaOf(post: Element | null, anywhere: boolean): FoundMedium[] {
  const films = filmsOf(post, anywhere);
  const pictures = post === null ? [] : Array.from(post.querySelectorAll('img'));
  return [
    ...films.map((e) => ({
      kind: e.tagName === 'AUDIO' ? ('audio' as const) : ('video' as const),
      url: e.currentSrc || e.src || e.querySelector('source')?.src || '',
    })),
    ...films.map((e) => ({ kind: 'picture' as const, url: e.poster ?? '' })),
    ...pictures.map((e) => ({ kind: 'picture' as const, url: e.currentSrc || e.src })),
  ]
    .map((m) => ({ ...m, url: m.url.replace(/#.*$/, '') }))
    .filter(({ url }, i, all) => /^https?:/.test(url) && all.findIndex((m) => m.url === url) === i);
}
