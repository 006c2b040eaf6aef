import { useDebouncedValue } from '@mantine/hooks';
import { IconBolt, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.js';
import type { Found as Answer, Hit, Me } from '../../api/types.js';
import { readRecent } from '../../parts/recent.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';
import { roomsOf } from '../rooms.js';
import { actsOf } from './acts.js';
import { KINDS } from './kinds.js';

/** One line of the box: what it is, and where it leads. */
export interface Line {
  key: string;
  group: string;
  icon: Icon;
  title: string;
  detail: string;
  path: string;
}
const LEAST = 2;
const TYPED_MS = 200;
const COMMAND = '>';
const HASH_SHOWN = 16;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** What fits the words: whatever the office holds, then rooms and acts by their name; after `>` those alone; before any word, what was open last. */
export function useSearch(me: Me, typed: string) {
  const { t, word, maybe } = useText();
  const text = typed.trim();
  const command = text.startsWith(COMMAND);
  const words = command ? text.slice(COMMAND.length).trim() : text;
  const [asked] = useDebouncedValue(command ? '' : words, TYPED_MS);
  const answer = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => call<Answer>('POST', '/search', { q: asked }, undefined, signal),
    enabled: asked.length >= LEAST,
  });
  const fits = ({ title }: Line) => plain(title).includes(plain(words));
  const rooms = roomsOf(me).map(({ path, icon }): Line => {
    const title = t(`nav.${path}` as TextKey);
    return { key: path, group: t('search.rooms'), icon, title, detail: '', path: `/${path}` };
  });
  const acts = actsOf(me).map((a): Line => ({
    key: a.text,
    group: t('search.commands'),
    icon: IconBolt,
    title: t(a.text),
    detail: '',
    path: a.path,
  }));
  const lineOf = (hit: Hit): Line => {
    const { icon, path, words: of } = KINDS[hit.kind];
    const title = hit.kind === 'capture' || hit.kind === 'exhibit' ? `${hit.title?.slice(0, HASH_SHOWN)}…` : hit.title;
    return {
      key: `${hit.kind} ${hit.id}`,
      group: maybe(`search.${hit.kind}`) ?? hit.kind,
      icon,
      title: hit.kind === 'entry' ? `#${title}` : title || t('triage.notext'),
      detail: [hit.detail && (of ? word(of, hit.detail) : hit.detail), hit.readIn && t(`search.in-${hit.readIn}`)]
        .filter(Boolean)
        .join(' · '),
      path: path(hit),
    };
  };
  const recent = readRecent(me.staffId).map((r): Line => ({
    ...lineOf({ ...r, title: r.label, detail: null }),
    key: `recent ${r.id}`,
    group: t('search.recent'),
  }));
  const hits = !command && words.length >= LEAST ? (answer.data?.items ?? []).map(lineOf) : [];
  const named = [...rooms, ...(command || words.length >= LEAST ? acts : [])].filter(fits);
  return {
    lines: [...hits, ...(text ? [] : recent), ...named],
    waiting: answer.isFetching,
    partial: answer.data?.partial ?? false,
    nothing: command ? named.length === 0 : answer.isSuccess && asked === words && hits.length === 0,
  };
}
