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
