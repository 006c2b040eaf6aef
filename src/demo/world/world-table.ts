import { readTable, type Fault } from '../../core/table.js';

export const SITUATIONS = ['live', 'edited', 'login', 'region', 'withheld', 'removed', 'gone'] as const;
export type Situation = (typeof SITUATIONS)[number];
/** What a post was written as; for tests and benches, never shown. */
export const KINDS = ['rumour', 'true', 'satire', 'denial', 'question', 'opinion', 'near-miss'] as const;
export const SCENES = ['flood', 'dam', 'tap', 'pole', 'market', 'school', 'bank', 'clinic', 'bridge', 'paper', 'lemon', 'river'] as const;
export type Scene = (typeof SCENES)[number];

export interface Person {
  handle: string;
  name: string;
  about: string;
}
export interface Comment {
  by: string;
  text: string;
}
export interface Post {
  id: string;
  /** what its short link /s/… says */
  short?: string;
  by: string;
  kind: (typeof KINDS)[number];
  claim?: string;
  ago: string;
  text: string;
  edit?: string;
  language?: 'vi' | 'en';
  scene?: Scene;
  picture?: string;
  video?: string;
  title?: string;
  situation?: Situation;
  removedAs?: 'removed' | 'gone';
  likes?: number;
  comments?: Comment[];
}
export interface WorldTable {
  site: { name: string; removed_as: 'removed' | 'gone'; words: Record<string, string> };
  people: Person[];
  posts: Post[];
}

const PERSON_KEYS = ['handle', 'name', 'about'];
const POST_KEYS = [
  'id',
  'short',
  'by',
  'kind',
  'claim',
  'ago',
  'text',
  'edit',
  'language',
  'scene',
  'picture',
  'video',
  'title',
  'situation',
  'removedAs',
  'likes',
  'comments',
];
const AGO = /^(\d+d)?\s?(\d+h)?\s?(\d+m)?$/;
/** `2d 3h 20m` in milliseconds. */
export function lengthOf(ago: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(ago)?.[1] ?? 0);
  return ((part('d') * 24 + part('h')) * 60 + part('m')) * 60_000;
}

/** What is wrong with the world's table, each with the way to the value at fault. */
export function worldFaults(world: WorldTable, media: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const handles = new Set<string>();
  const names = new Set<string>();
  world.people.forEach((person, i) => {
    if (handles.has(person.handle)) faults.push({ path: ['people', i, 'handle'], says: `the handle ${person.handle} is given twice` });
    if (names.has(person.name)) faults.push({ path: ['people', i, 'name'], says: `the author ${person.name} is listed twice` });
    if (!/^[a-z0-9_.]{3,30}$/.test(person.handle)) faults.push({ path: ['people', i, 'handle'], says: `${person.handle} is no handle` });
    for (const key of Object.keys(person))
      if (!PERSON_KEYS.includes(key)) faults.push({ path: ['people', i], says: `a person has no "${key}"` });
    handles.add(person.handle);
    names.add(person.name);
  });
  const ids = new Set<string>();
  const shorts = new Set<string>();
  world.posts.forEach((post, i) => {
    const fault = (key: string, says: string) => faults.push({ path: ['posts', i, key], says });
    for (const key of Object.keys(post)) if (!POST_KEYS.includes(key)) fault(key, `a post has no "${key}"`);
    if (ids.has(post.id)) fault('id', `the post ${post.id} is listed twice`);
    ids.add(post.id);
    if (!/^[a-z0-9-]{3,40}$/.test(post.id)) fault('id', `${post.id} is no id`);
    if (post.short !== undefined && !/^[a-z0-9]{4,12}$/.test(post.short)) fault('short', `${post.short} is no short link`);
    if (post.short !== undefined && shorts.has(post.short)) fault('short', `the short link ${post.short} is given twice`);
    if (post.short !== undefined) shorts.add(post.short);
    if (!handles.has(post.by)) fault('by', `nobody has the handle ${post.by}`);
    if (!KINDS.includes(post.kind)) fault('kind', `${post.kind} is no kind of post`);
    if (post.situation && !SITUATIONS.includes(post.situation)) fault('situation', `${post.situation} is no situation`);
    if (post.situation === 'edited' && !post.edit) fault('situation', `the edited post ${post.id} has no text after its edit`);
    if (post.scene && !SCENES.includes(post.scene)) fault('scene', `there is no scene ${post.scene}`);
    if (!AGO.test(post.ago) || lengthOf(post.ago) === 0) fault('ago', `${post.ago} is no length of time such as "2d 3h"`);
    if (!post.text?.trim()) fault('text', `the post ${post.id} has no text`);
    for (const key of ['video', 'picture'] as const)
      if (post[key] && !media.includes(post[key])) fault(key, `there is no file ${post[key]} in the world's media`);
    post.comments?.forEach((comment, j) => {
      if (!handles.has(comment.by)) faults.push({ path: ['posts', i, 'comments', j, 'by'], says: `nobody has the handle ${comment.by}` });
    });
  });
  return faults;
}

export const readWorld = (media: readonly string[], name = 'demo/world.yaml'): WorldTable =>
  readTable<WorldTable>(name, (world) => worldFaults(world, media));
