import { describe, expect, test } from '@jest/globals';
import { Denied, resolvePublic } from './resolve.js';

describe('the guard, before it connects', () => {
  test.each([
    '127.0.0.1',
    '[::1]',
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[::a9fe:a9fe]',
    '[::2]',
    '[::ffff:127.0.0.1]',
    '[::ffff:0:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2606:4700::5efe:7f00:1]',
    'localhost',
    'a.localhost',
    'a.localhost..',
    'metadata',
    'metadata.google.internal',
    'printer.LOCAL.',
    'router.lan',
    'nas.home.arpa',
  ])('refuses %s', (host) => expect(resolvePublic(host, 443, [])).rejects.toBeInstanceOf(Denied));
  test.each(['8.8.8.8', '[2606:4700:4700::1111]'])('lets %s through, pinned', async (host) => {
    expect((await resolvePublic(host, 443, [])).pinned).toBe(host.replace(/[[\]]/g, ''));
  });
});
