import { describe, expect, test } from '@jest/globals';
import { unpublishable } from './public-fields.js';
import type { PublicPart } from './public-part.js';

const at = (type: string, more: object): PublicPart => ({ type, officeAt: '2026-11-25T01:00:00.000Z', ...more });

describe('a public part', () => {
  const fields = {
    topic: { is: 'word' as const },
    act: { is: 'id' as const },
    provision: { is: 'provision' as const },
    items: { is: 'whole' as const },
    sent: { is: 'yes-or-no' as const },
  };
  const bad = (more: object) => unpublishable(at('x', more), fields);

  test('holds listed fields in their form, and may leave one empty', () => {
    expect(bad({ topic: 'y-te', act: '11111111-2222-4333-8444-555555555555', items: 0, sent: false })).toBeNull();
    for (const provision of ['ND174-2026:95.1.a', 'ND15-2020:101.2', 'ND15-2020:99.3.đ']) expect(bad({ provision })).toBeNull();
    expect(bad({ topic: null })).toBeNull();
  });
  test.each<[string, object]>([
    ['name', { name: 'y-te' }],
    ['topic', { topic: 'Nguyễn Văn A' }],
    ['topic', { topic: 'nguyen van a' }],
    ['topic', { topic: 'https://mang.example/ai-do' }],
    ['topic', { topic: '@ai_do' }],
    ['topic', { topic: '0912345678' }],
    ['topic', { topic: ['y-te'] }],
    ['topic', { topic: { y: 'te' } }],
    ['provision', { provision: 'Nguyễn Văn A' }],
    ['provision', { provision: '0912345678' }],
    ['act', { act: 'ai-do' }],
    ['items', { items: -1 }],
    ['items', { items: '3' }],
    ['sent', { sent: 'true' }],
  ])('with a fault in %s is not published: %j', (field, more) => {
    expect(bad(more)).toBe(field);
  });
});
