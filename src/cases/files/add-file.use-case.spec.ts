import { expect, test } from '@jest/globals';
import { Problem } from '../../core/problem/problem.js';
import { AddFile, type FileInput } from './add-file.use-case.js';

interface World {
  state: string;
  gone: boolean;
}
/** The use case with a case that changes, or a client that goes, while the file is looked into or put into the store. */
function adding(looking: (world: World) => void, storing: (world: World) => void = () => undefined) {
  const world = { state: 'open', gone: false };
  const done: string[] = [];
  const found = async () => ({ id: 'vụ', version: 1, state: world.state });
  const parts = [
    {
      read: (f: (tx: unknown) => unknown) => f({}),
      tx: (f: (tx: unknown) => unknown) => f({}),
      single: (f: (tx: unknown) => unknown) => f({}),
    },
    { find: found, lock: found, isBarred: async () => false, touch: async () => 2 },
    { attach: async () => 'chứng cứ' },
    { count: async () => 0, add: async () => done.push('added') },
    { read: async () => (looking(world), { mediaType: 'application/pdf', kind: 'document', claims: {}, still: null }) },
    {},
    {
      store: { keep: async () => (storing(world), done.push('kept')) },
      seal: async () => 'niêm phong',
    },
    { append: async () => undefined },
    { secret: 'x' },
  ];
  const staged = { path: '/x', sha256: '0', bytes: 1, remove: async () => void done.push('removed') };
  const input: FileInput = { staged, name: 'a.pdf', why: 'vì sao', origin: 'Chị Ba gửi', gone: () => world.gone };
  const use = new (AddFile as unknown as new (...all: unknown[]) => AddFile)(...parts);
  const run = use.run({ staffId: 'an' }, 'vụ', input).catch((error: unknown) => (error as Problem).code);
  return run.then((end) => [end, done]);
}

test('what the case takes no more, or nobody waits for any more, when it has been looked into is not kept', async () => {
  expect(await adding((world) => (world.state = 'closed'))).toEqual(['case-not-open', ['removed']]);
  expect(await adding((world) => (world.gone = true))).toEqual(['busy', ['removed']]);
  expect(await adding(() => undefined)).toEqual([{ id: 'chứng cứ', version: 2 }, ['kept', 'added', 'removed']]);
});
test('what the case takes no more when its bytes lie in the store is not added, and the store knows of the bytes that nothing names', async () => {
  const untaken = ['kept', 'removed'];
  expect(
    await adding(
      () => undefined,
      (world) => (world.state = 'closed'),
    ),
  ).toEqual(['case-not-open', untaken]);
  expect(
    await adding(
      () => undefined,
      (world) => (world.gone = true),
    ),
  ).toEqual(['busy', untaken]);
});
