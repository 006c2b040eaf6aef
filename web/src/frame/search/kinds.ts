import {
  IconBriefcase,
  IconCamera,
  IconClipboardText,
  IconFileDescription,
  IconGavel,
  IconInbox,
  IconMailForward,
  IconMessage2,
  IconNotebook,
  IconPaperclip,
  IconSpeakerphone,
  type Icon,
} from '@tabler/icons-react';
import type { Hit } from '../../api/types.js';

interface Kind {
  icon: Icon;
  path: (hit: Pick<Hit, 'id' | 'title' | 'itemId' | 'caseId'>) => string;
  /** which words of the glossary name what stands beside it */
  words?: string;
}
const queue = ({ itemId }: { itemId?: string | null }) => (itemId ? `/triage/${itemId}` : '/intake');

/** How each kind of record looks among what was found, and where it is read. */
export const KINDS: Record<Hit['kind'], Kind> = {
  post: { icon: IconMessage2, path: queue, words: 'platform' },
  case: { icon: IconBriefcase, path: ({ id }) => `/cases/${id}`, words: 'case' },
  claim: { icon: IconFileDescription, path: ({ id }) => `/claims?id=${id}`, words: 'claim' },
  takedown: { icon: IconMailForward, path: ({ id }) => `/takedowns/${id}`, words: 'takedown' },
  violation: { icon: IconClipboardText, path: ({ id }) => `/penalties/records/${id}`, words: 'violation' },
  penalty: { icon: IconGavel, path: ({ id }) => `/penalties/${id}`, words: 'penalty' },
  correction: { icon: IconSpeakerphone, path: ({ id }) => `/corrections/${id}`, words: 'correction' },
  report: { icon: IconInbox, path: ({ id }) => `/intake?id=${id}`, words: 'channel' },
  capture: { icon: IconCamera, path: queue, words: 'outcome' },
  exhibit: { icon: IconPaperclip, path: ({ caseId }) => `/cases/${caseId}#exhibits` },
  entry: { icon: IconNotebook, path: ({ title }) => `/log?seq=${title}`, words: 'event' },
};
