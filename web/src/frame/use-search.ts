import { useDebouncedValue } from '@mantine/hooks';
import {
  IconArrowRight,
  IconBriefcase,
  IconFileDescription,
  IconMailForward,
  IconMessage2,
  IconSpeakerphone,
  type Icon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get, query } from '../api/client.js';
import type { Me } from '../api/types.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';
import { roomsOf } from './rooms.js';

interface Hit {
  kind: 'post' | 'case' | 'claim' | 'takedown' | 'correction';
  id: string;
  title: string | null;
  detail?: string | null;
  itemId?: string | null;
}
/** One line of the box: what it is, and where it leads. */
export interface Found {
  key: string;
  group: string;
  icon: Icon;
  title: string;
  detail: string;
  path: string;
}
const ICONS: Record<Hit['kind'], Icon> = {
  post: IconMessage2,
  case: IconBriefcase,
  claim: IconFileDescription,
  takedown: IconMailForward,
  correction: IconSpeakerphone,
};
const LEAST = 2;
const TYPED_MS = 200;
/** so many are seen at a glance; who looks for more says more */
const SHOWN = 12;
const pathOf = (hit: Hit): string =>
  hit.kind === 'post' ? `/triage/${hit.itemId ?? ''}` : hit.kind === 'claim' ? `/claims?id=${hit.id}` : `/${hit.kind}s/${hit.id}`;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** What fits the words: rooms by their name, and whatever the office holds. */
export function useSearch(me: Me, typed: string) {
  const { t, word, maybe } = useText();
  const words = typed.trim();
  const [asked] = useDebouncedValue(words, TYPED_MS);
  const answer = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<{ items: Hit[]; partial?: boolean }>(`/search${query({ q: asked })}`, signal),
    enabled: asked.length >= LEAST,
  });
  const rooms = roomsOf(me)
    .map(({ path, icon }): Found => {
      const title = t(`nav.${path}` as TextKey);
      return { key: path, group: t('search.rooms'), icon, title, detail: '', path: `/${path}` };
    })
    .filter((r) => plain(r.title).includes(plain(words)));
  const hits = (words.length >= LEAST ? (answer.data?.items ?? []) : []).slice(0, SHOWN).map((hit): Found => ({
    key: `${hit.kind} ${hit.id}`,
    group: maybe(`search.${hit.kind}`) ?? hit.kind,
    icon: ICONS[hit.kind] ?? IconArrowRight,
    title: hit.title || t('triage.notext'),
    detail: hit.kind === 'post' ? word('platform', hit.detail) : hit.detail ? word(hit.kind, hit.detail) : '',
    path: pathOf(hit),
  }));
  return {
    found: [...hits, ...rooms],
    waiting: answer.isFetching,
    partial: answer.data?.partial ?? false,
    nothing: answer.isSuccess && asked === words && hits.length === 0,
  };
}
