import type { Sought } from '../../platforms/platform-table.js';
import { documentsOf, withDocuments } from '../read-post.js';
import { filmsOf } from './films-of.js';

/** A film or sound that a post plays, as its element tells. */
export interface Player {
  kind: 'video' | 'audio';
  /** streamed: by MediaSource; the address then names nothing outside the page */
  source: 'streamed' | 'address' | 'none';
  url: string;
  seconds: number | null;
  width: number;
  height: number;
  /** large enough to be looked at */
  large: boolean;
  poster: string;
  tracks: { url: string; kind: string; language: string; label: string }[];
}
export interface SeenPlayers {
  players: Player[];
  /** what the page says of its post's film elsewhere: og:video, JSON-LD, other sources */
  told: string[];
  /** of a part of a post; what the page plays beside it is not its film */
  part?: boolean;
}

/** Runs in an isolated world of the page. */
function seePlayers({ post: posts, frames, part, articles }: Sought): SeenPlayers {
  const documents = documentsOf(frames);
  const post = posts.flatMap((s) => documents.map((d) => d.querySelector(s))).find((e) => e !== null) ?? null;
  const shown = <T extends Element>(selector: string): T[] => (post === null ? [] : Array.from(post.querySelectorAll<T>(selector)));
  const whole = (url: string): string => (URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : '');
  const players = filmsOf(post, articles && !part)
    .slice(0, 20)
    .map((e): Player => {
      const url = e.currentSrc || e.src || e.querySelector('source')?.src || '';
      return {
        kind: e.tagName === 'AUDIO' ? 'audio' : 'video',
        source: url.startsWith('blob:') || e.srcObject ? 'streamed' : /^https?:/.test(url) ? 'address' : 'none',
        url: url.slice(0, 8192),
        seconds: Number.isFinite(e.duration) ? e.duration : null,
        width: e.videoWidth ?? 0,
        height: e.videoHeight ?? 0,
        large: e.getBoundingClientRect().width >= 100 && e.getBoundingClientRect().height >= 60,
        poster: e.poster ?? '',
        tracks: Array.from(e.querySelectorAll('track'))
          .slice(0, 20)
          .map((t) => ({ url: t.src, kind: t.kind, language: t.srclang, label: t.label })),
      };
    });
  const metas = Array.from(
    document.querySelectorAll('meta[property^="og:video"],meta[name="twitter:player:stream"],meta[itemprop="contentUrl"]'),
  );
  const sources = shown<HTMLSourceElement>('video source,audio source');
  const linked = Array.from(document.querySelectorAll('script[type="application/ld+json"]')).flatMap((s) =>
    Array.from((s.textContent ?? '').slice(0, 200_000).matchAll(/"contentUrl"\s{0,9}:\s{0,9}"([^"\s]{1,2000})"/g), (m) =>
      m[1].replaceAll('\\/', '/'),
    ),
  );
  const ofPage = part ? [] : [...metas.map((m) => m.getAttribute('content') ?? ''), ...linked];
  const told = [...sources.map((s) => s.src), ...ofPage].map(whole);
  return { players, part, told: told.filter((url, i) => /^https?:/.test(url) && told.indexOf(url) === i).slice(0, 20) };
}
export const playersFor = (sought: Sought): string => `${withDocuments(seePlayers, filmsOf)}(${JSON.stringify(sought)})`;
