import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yazl from 'yazl';
import '../../src/classify/events.js';
import { modelsOf } from '../../src/classify/matching/match.js';
import { matching } from '../../src/classify/matching/matching-table.js';
import { fingerprintOf, packageKeys } from '../../src/core/evidence/package-keys.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { readSeal } from '../../src/crawl/engine/read-seal.js';
import { lachanIn, type Said } from '../kit/command-line.js';
import { changed, forged } from '../kit/forged-package.js';
import { layGround, type Ground } from '../kit/ground.js';
import { cookiesTxt, membersPage } from '../kit/members-page.js';
import { openSite, type Site } from '../kit/site.js';
import { TestAuthority } from '../kit/tsa.js';

const COMMANDS = [
  ['serve'],
  ['worker'],
  ['capture'],
  ['fixture', 'record'],
  ['verify'],
  ['match'],
  ['evaluate'],
  ['train', 'matcher'],
  ['train', 'style'],
  ['classify'],
  ['audit', 'verify'],
  ['users', 'add'],
  ['backup'],
  ['restore'],
  ['deliveries', 'held'],
  ['deliveries', 'release'],
  ['penalty', 'compute'],
  ['keys', 'list'],
  ['keys', 'rotate'],
  ['restamp'],
  ['sessions', 'list'],
  ['sessions', 'add'],
  ['sessions', 'renew'],
  ['sessions', 'end'],
];

describe('the command line', () => {
  let dir: string;
  const lachan = (args: string[], env: NodeJS.ProcessEnv = {}, input?: string) => lachanIn(dir, args, env, { input });
  const apart = (args: string[], env: NodeJS.ProcessEnv = {}, input?: string) => lachanIn(dir, args, env, { input, apart: true });
  const file = (name: string, rows: unknown[]) => {
    writeFileSync(join(dir, name), rows.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n'));
    return name;
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'lachan dòng lệnh '));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('refuses a visitor that the office has not got, and more captures at a time than a worker may do', async () => {
    const robot = await lachan(['capture', 'https://tin.example.vn/', '--out', 'x', '--visitor', 'robot']);
    expect([robot.code, robot.err]).toEqual([64, expect.stringContaining('there are desktop, phone')]);
    const many = await lachan(['worker', '--concurrency', '99'], { DATABASE_URL: 'postgres://nobody@localhost/nothing' });
    expect([many.code, many.err]).toEqual([64, expect.stringContaining('a whole number from 0 to 64')]);
  });
  test('names every command in its help, and each command shows an example of itself', async () => {
    const { code, out } = await apart(['--help']);
    expect(code).toBe(0);
    for (const [name] of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    const helps = await Promise.all(COMMANDS.map((command) => lachan([...command, '--help'])));
    for (const [i, command] of COMMANDS.entries()) {
      const help = helps[i];
      expect([command, help.code, /\nExample:\n.*lachan (\S+ ?\S*)/.exec(help.out)?.[1].startsWith(command.join(' '))]).toEqual([
        command,
        0,
        true,
      ]);
    }
  }, 60_000);
  test('ends with a failure and its help where it is not understood', async () => {
    const wrong = [['conquer'], ['capture'], ['capture', 'http://x.example'], ['match', '--claims', 'a'], ['verify', 'a', '--loud']];
    for (const [i, { code, err, out }] of (await Promise.all(wrong.map((args) => lachan(args)))).entries()) {
      const args = wrong[i];
      expect([args, code, out, /Usage: lachan/.test(err)]).toEqual([args, args[0] === 'verify' ? 64 : 1, '', true]);
    }
  }, 30_000);

  test('lists the keys of packages, and puts a new one in the place of the house’s own alone', async () => {
    const env = { LACHAN_DATA: join(dir, 'khóa') };
    const { old, now } = (await lachan(['keys', 'rotate', '--json'], env)).json as unknown as { old: string; now: string };
    const { keys } = (await lachan(['keys', 'list', '--json'], env)).json as unknown as {
      keys: { fingerprint: string; to: string | null }[];
    };
    expect(keys.map((k) => [k.fingerprint, k.to === null])).toEqual([
      [now, true],
      [old, false],
    ]);
    const refused = await lachan(['keys', 'rotate'], { ...env, PACKAGE_KEY_FILE: '/etc/office.p12' });
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/named by PACKAGE_KEY_FILE/)]);
  }, 30_000);

  describe('capture and verify, without server or database', () => {
    let site: Site;
    let captured: Said;
    const out = () => join(dir, 'bằng chứng');
    beforeAll(async () => {
      site = await openSite();
      const authority = await (await TestAuthority.make()).open();
      writeFileSync(join(dir, 'gốc.pem'), authority.rootPem);
      captured = await apart(['capture', site.url('/p/plain'), '--out', out(), '--allow', site.host, '--json'], {
        TIMESTAMP_AUTHORITIES: authority.url,
        TIMESTAMP_ROOTS: join(dir, 'gốc.pem'),
        TIMESTAMP_ALLOW: authority.host,
      });
      authority.stop();
    }, 60_000);
    afterAll(() => site.close());

    test('lays the time stamp of an authority beside the package, over the bytes of its digest', async () => {
      const packed = join(out(), 'capture.wacz');
      expect(captured.json.timeStamp).toMatchObject({ authority: 'Dấu thời gian thử', path: `${packed}.tsr` });
      const { digest } = await readSeal(packed);
      const said = execFileSync('openssl', ['ts', '-verify', '-digest', digest, '-in', `${packed}.tsr`, '-CAfile', join(dir, 'gốc.pem')], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      expect(said.toString()).toMatch(/Verification: OK/);
    });
    const files = () => captured.json.files as unknown as { path: string; sha256: string }[];
    const wacz = () =>
      files()
        .map((f) => f.path)
        .find((p) => p.endsWith('.wacz'))!;

    test('a capture ends with one line of JSON: outcome, files and their hashes; progress goes to stderr', () => {
      expect([captured.code, captured.json.outcome, captured.json.observation]).toEqual([0, 'complete', 'present']);
      expect(captured.out.trim().split('\n')).toHaveLength(1);
      expect(captured.err.trim()).not.toBe('');
      expect(files().length).toBeGreaterThan(3);
      for (const { path, sha256 } of files()) expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    });
    test('a capture bears a session that a file holds; neither the package nor what is said has what opens it, and a file of other hosts is refused', async () => {
      const token = 'key-1a2b3c4d5e6f7890-of-the-office';
      const members = await openSite(membersPage(token).pages);
      writeFileSync(join(dir, 'cookies.txt'), cookiesTxt('world.localhost', token));
      writeFileSync(join(dir, 'other.txt'), cookiesTxt('khac.example', token));
      const order = (cookies: string, outDir: string) =>
        apart(['capture', members.url('/p/members'), '--out', outDir, '--allow', members.host, '--cookies', cookies, '--json']);
      const borne = await order('cookies.txt', 'signed in');
      const refused = await order('other.txt', 'refused');
      members.close();
      expect([borne.code, borne.json.outcome, borne.json.observation]).toEqual([0, 'complete', 'present']);
      expect([refused.code, refused.err]).toEqual([64, expect.stringContaining('no cookie that still counts of world.localhost')]);
      const held = (borne.json.files as unknown as { path: string }[]).map(({ path }) => readFileSync(path).toString('latin1'));
      for (const text of [...held, borne.out, borne.err, refused.err]) expect(text).not.toContain(token);
    }, 60_000);
    test('a package verifies, and no longer when one byte of it was changed', async () => {
      const package_ = wacz();
      const good = await lachan(['verify', package_, '--json']);
      expect([good.code, good.json.holds]).toEqual([0, true]);
      const bytes = readFileSync(package_);
      bytes[Math.floor(bytes.length / 2)] ^= 1;
      writeFileSync(join(dir, 'broken.wacz'), bytes);
      const bad = await lachan(['verify', 'broken.wacz', '--json']);
      expect([bad.code, bad.json.holds]).toEqual([1, false]);
    });
    test('a package that somebody else wrote and signed holds in itself alone, and never under the key of the office', async () => {
      const { fingerprint, pem } = packageKeys(join(dir, 'data', 'keys'))[0];
      writeFileSync(join(dir, 'office.pem'), pem);
      const stranger = await forged(wacz(), join(dir, 'forged.wacz'), { 'text.txt': () => 'Lời chưa ai nói' });
      const strangers = fingerprintOf(stranger);
      for (const key of ['office.pem', fingerprint, fingerprint.toUpperCase()]) {
        const [real, false_] = await Promise.all([wacz(), 'forged.wacz'].map((name) => lachan(['verify', name, '--key', key, '--json'])));
        expect([real.code, real.json.signer, real.json.says]).toEqual([
          0,
          { fingerprint, known: true },
          expect.stringContaining(fingerprint),
        ]);
        expect([false_.code, false_.json.holds, false_.json.signer]).toEqual([1, false, { fingerprint: strangers, known: false }]);
        expect(false_.json.says).toContain('none of those asked for');
      }
      const either = await lachan(['verify', wacz(), '--key', strangers, '--key', 'office.pem', '--json']);
      expect([either.code, either.json.signer]).toEqual([0, { fingerprint, known: true }]);
      const unasked = await lachan(['verify', 'forged.wacz']);
      const [first] = unasked.out.split('\n');
      expect([unasked.code, first]).toEqual([0, expect.stringMatching(/holds in itself.*was NOT checked/)]);
      expect(first).toContain(strangers);
      expect((await lachan(['verify', 'forged.wacz', '--json'])).json.signer).toEqual({ fingerprint: strangers, known: null });
      for (const key of ['nowhere.pem', 'forged.wacz', fingerprint.slice(0, 16)]) {
        const { code, json } = await lachan(['verify', wacz(), '--key', key, '--json']);
        expect([key, code, json.error]).toEqual([key, 64, expect.stringContaining('neither a fingerprint')]);
      }
    }, 60_000);
    test('a package bears the time that its signature covers, as a statement of the signer, and no other', async () => {
      const created = (await lachan(['verify', wacz(), '--json'])).json.created as unknown as string;
      const alone = join(dir, 'alone.wacz');
      await copyFile(wacz(), alone);
      const timeOf = async (...given: string[]) => (await lachan(['verify', ...given])).out.split('\n')[1];
      expect(await timeOf(alone)).toMatch(
        new RegExp(`dated ${created}: the signer's own statement, since no token of a time-stamp authority`),
      );
      expect(await timeOf(wacz())).toContain('was NOT read: nobody named the roots');
      expect(await timeOf(wacz(), '--roots', join(dir, 'gốc.pem'))).toMatch(/^It was there at .*, by the word of Dấu thời gian thử/);
      await changed(wacz(), join(dir, 'dated.wacz'), {
        'datapackage-digest.json': (text) => text.replace(created, '2026-01-01T00:00:00.000Z'),
      });
      const { code, json } = await lachan(['verify', 'dated.wacz', '--json']);
      expect([code, json.says]).toEqual([
        1,
        expect.stringContaining(`dated 2026-01-01T00:00:00.000Z, but the manifest that was signed says ${created}`),
      ]);
      expect(json.created).toBe(created);
    }, 30_000);
    test('what is wrong with a package is told by the verdict alone, whatever the libraries below have to say', async () => {
      const zip = new yazl.ZipFile();
      zip.addBuffer(Buffer.from('{"resources":[]}'), 'datapackage.json');
      zip.addBuffer(Buffer.from('{}'), 'datapackage-digest.json');
      const record = 'WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nlonger than it says\r\n\r\n';
      zip.addBuffer(Buffer.from(record), 'archive/data.warc');
      zip.end();
      await writeFile(join(dir, 'short.wacz'), zip.outputStream);
      const { code, err, out } = await apart(['verify', 'short.wacz', '--json']);
      expect([code, err, out.trim().split('\n').length]).toEqual([1, '', 1]);
    });
    test('what is no package, or not there, is told in a sentence', async () => {
      writeFileSync(join(dir, 'letter.wacz'), 'Kính gửi');
      for (const [name, ends] of [
        ['letter.wacz', 1],
        ['nowhere.wacz', 64],
      ] as const) {
        const { code, out: said, err } = await lachan(['verify', name]);
        expect([name, code, /\n\s+at /.test(said + err)]).toEqual([name, ends, false]);
        expect((said + err).trim()).not.toBe('');
      }
    });
    test('a page is recorded by one command as a fixture that a person has yet to check', async () => {
      const pages = join(dir, 'pages');
      const args = [
        'fixture',
        'record',
        site.url('/p/plain'),
        '--platform',
        'song-lo',
        '--name',
        'plain',
        '--out',
        pages,
        '--allow',
        site.host,
      ];
      expect(await lachan(args)).toMatchObject({ code: 0 });
      const told = readFileSync(join(pages, 'song-lo', 'plain.yaml'), 'utf8');
      for (const line of ['observation: present', 'rule: post-found', 'author: Nguyễn Thử', 'checked: false']) expect(told).toContain(line);
      expect(readFileSync(join(pages, 'song-lo', 'plain.html'), 'utf8')).toContain('Uống nước muối');
      expect(await lachan(args)).toMatchObject({ code: 1 }); // nothing is written over
    }, 120_000);
    test('a page that is gone is a success of the capture; one that cannot be reached is a failure', async () => {
      const gone = await lachan(['capture', site.url('/p/404'), '--out', join(dir, 'gone'), '--allow', site.host, '--json']);
      expect([gone.code, gone.json.outcome]).toEqual([0, 'gone']);
      const dead = await lachan([
        'capture',
        'http://world.localhost:9/',
        '--out',
        join(dir, 'dead'),
        '--allow',
        'world.localhost:9',
        '--json',
      ]);
      expect([dead.code, dead.json.outcome]).toEqual([1, 'failed']);
    }, 60_000);
    test('a private target, another scheme and what is no link are refused before anything is fetched', async () => {
      const before = site.asked.length;
      const urls = [
        site.url('/p/plain'),
        'http://127.0.0.1/',
        'http://2130706433/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'not a link',
        `http://x.example/${'a'.repeat(10_000)}`,
      ];
      for (const [i, { code, json, err }] of (
        await Promise.all(urls.map((url) => lachan(['capture', url, '--out', join(dir, 'refused'), '--json'])))
      ).entries()) {
        const url = urls[i];
        expect([url.slice(0, 40), code, 'error' in json, /cannot be captured: /.test(err)]).toEqual([url.slice(0, 40), 1, true, true]);
      }
      expect(site.asked.length).toBe(before);
    }, 30_000);
  });

  test('match sets posts beside claims and says how many it found', async () => {
    const claims = file('claims.jsonl', [
      { id: 'muoi', text: 'Uống nước muối chữa khỏi bệnh ung thư' },
      { id: 2, text: 'Thành phố sẽ cắt điện toàn bộ trong ba ngày tới' },
    ]);
    const posts = file('posts.jsonl', [
      { id: 'p1', text: 'Bà con ơi, uống nước muối chữa khỏi bệnh ung thư, chia sẻ ngay!' },
      { id: 'p2', text: 'Hôm nay trời đẹp.' },
    ]);
    const { code, json } = await lachan(['match', '--claims', claims, '--posts', posts, '--top', '3', '--out', 'matches.jsonl', '--json']);
    expect([code, json]).toEqual([
      0,
      { claims: 2, posts: 2, broken: 0, strong: 1, suggested: 0, model: modelsOf(matching), out: 'matches.jsonl' },
    ]);
    const lines = readFileSync(join(dir, 'matches.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { post: string; matches: { claim: string; score: number; stance: object; reasons: object[] }[] });
    expect(lines.map((l) => [l.post, l.matches[0]?.claim])).toEqual([
      ['p1', 'muoi'],
      ['p2', undefined],
    ]);
    expect(Object.keys(lines[0].matches[0]).sort()).toEqual(['claim', 'reasons', 'score', 'stance']);
  });
  test.each(['matcher', 'stance', 'style'])(
    'train %s tells where it cannot write before it reads, and asks for what to learn from',
    async (model) => {
      const { code, err } = await lachan(['train', model, '--data', 'nowhere', '--out', 'no/such/model.json']);
      expect([code, err]).toEqual([64, 'There is no folder no/such to write no/such/model.json in\n']);
      expect((await lachan(['train', model, '--out', 'model.json'])).err).toContain("required option '--data");
    },
  );
  test('train matcher writes a model, the same for the same seed, and match scores by it', async () => {
    const things = ['đập nước', 'ngân hàng', 'bệnh viện', 'sân bay', 'trường học', 'nhà máy', 'chợ đêm', 'cây cầu'];
    const does = ['đã vỡ đêm qua', 'sẽ đóng cửa ngay'];
    const pairs = things.flatMap((thing) =>
      does.map((done) => ({ claim: `${thing} ${done}`, post: `Nghe nói ${thing} hôm nay ${done} đó bà con`, stance: 'spread' })),
    );
    mkdirSync(join(dir, 'taught'));
    file('taught/pairs.jsonl', pairs);
    const args = ['train', 'matcher', '--data', 'taught', '--folds', '4', '--json', '--out'];
    const trained = await lachan([...args, 'one.json']);
    expect([trained.code, trained.json]).toMatchObject([0, { out: 'one.json', figures: { claims: 16, 'posts about a claim': 16 } }]);
    await lachan([...args, 'two.json']);
    const [one, two] = ['one.json', 'two.json'].map(
      (name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as { weights: object; card: object },
    );
    expect(two.weights).toEqual(one.weights);
    expect(one.card).toMatchObject({
      trained_on: ['taught'],
      command: expect.stringContaining('train matcher --data taught --folds 4 --seed 1'),
    });
    const asked = [
      'match',
      '--claims',
      file('c.jsonl', [{ id: 1, text: pairs[0].claim }]),
      '--posts',
      file('p.jsonl', [{ id: 'a', text: pairs[0].post }]),
    ];
    const scoreBy = async (...model: string[]) => {
      expect((await lachan([...asked, '--out', 'm.jsonl', ...model])).code).toBe(0);
      return (JSON.parse(readFileSync(join(dir, 'm.jsonl'), 'utf8')) as { matches: { score: number }[] }).matches[0].score;
    };
    expect(await scoreBy('--model', 'one.json')).not.toBe(await scoreBy());
    const broken = await lachan([
      ...asked,
      '--out',
      'm.jsonl',
      '--model',
      file('broken.json', [{ kind: 'matcher', base: 0, weights: { luck: 1 } }]),
    ]);
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('there is no signal "luck"')]);
  });
  test('match names the line that it cannot read', async () => {
    const claims = file('claims.jsonl', [{ id: 'a', text: 'một tin' }, '{"id": "b", "text": ']);
    const { code, json, err } = await lachan(['match', '--claims', claims, '--posts', claims, '--out', 'no.jsonl', '--json']);
    expect([code, String(json.error).includes('claims.jsonl:2'), err.includes('claims.jsonl:2')]).toEqual([1, true, true]);
  });
  describe('says in one sentence that not everything could be written', () => {
    const ONE_SENTENCE = /^Not everything could be written: E[A-Z]+: .+\n$/;
    const many = () => [
      file('one-claim.jsonl', [{ id: 'muoi', text: 'Uống nước muối chữa khỏi bệnh ung thư' }]),
      file(
        'many-posts.jsonl',
        Array.from({ length: 5_000 }, (_, id) => ({ id, text: 'uống nước muối chữa khỏi bệnh ung thư' })),
      ),
    ];
    const matchTo = (out: string) => {
      const [claims, posts] = many();
      return lachan(['match', '--claims', claims, '--posts', posts, '--out', out]);
    };
    test('when the disk of the matches is full', async () => {
      expect(await matchTo('/dev/full')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(ONE_SENTENCE) });
    });
    test('when whoever reads the matches leaves', async () => {
      execFileSync('mkfifo', [join(dir, 'pipe')]);
      const left = once(spawn('head', ['-c', '10', join(dir, 'pipe')], { stdio: 'ignore' }), 'exit');
      expect(await matchTo('pipe')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(ONE_SENTENCE) });
      expect(await left).toEqual([0, null]);
    });
    test('when whoever reads the outcome leaves', async () => {
      const [claims] = many();
      const said = await lachanIn(
        dir,
        ['match', '--claims', claims, '--posts', claims, '--out', 'unread.jsonl'],
        {},
        {
          started: (child) => void child.stdout!.destroy(),
        },
      );
      expect(said).toMatchObject({ code: 1, err: expect.stringMatching(/^Not everything could be written: .*EPIPE/) });
    });
  });

  describe('penalty compute, without server or database', () => {
    const ofAct = (given: object = {}) =>
      JSON.stringify({
        subject: { kind: 'individual' },
        acts: [
          {
            types: ['false-info-social'],
            where: 'social-network',
            started: '2021-07-26',
            status: { answer: 'ended', reason: 'removed' },
            ...given,
          },
        ],
        decidedOn: '2021-08-05',
      });
    test('reads a case and answers with one line of JSON, or with the sum in words', async () => {
      const { code, out, json } = await apart(['penalty', 'compute', '--json'], {}, ofAct());
      expect([code, out.trim().split('\n').length, json.route, json.total, json.asks]).toEqual([0, 1, 'administrative', 7_500_000, []]);
      const told = await lachan(['penalty', 'compute'], {}, ofAct());
      expect([told.code, told.out]).toEqual([0, expect.stringContaining('Midpoint: (5,000,000 đ + 10,000,000 đ) / 2 = 7,500,000 đ')]);
      expect(told.out).toContain('Total: 7,500,000 đ');
    });
    test('takes the example of its own help', async () => {
      const { out } = await lachan(['penalty', 'compute', '--help']);
      const example = out.trim().split('\n').at(-1)!.trim();
      expect((await lachan(['penalty', 'compute', '--json'], {}, example)).json.total).toBe(5_000_000);
    });
    test('names the fields that it cannot read', async () => {
      const { code, out, err, json } = await lachan(['penalty', 'compute', '--json'], {}, ofAct({ where: 'radio', started: 'hôm qua' }));
      expect([code, out.trim().split('\n').length]).toEqual([1, 1]);
      expect((json.faults as unknown as { field: string }[]).map((f) => f.field)).toEqual(['acts[0].started', 'acts[0].where']);
      expect(err).toMatch(/^acts\[0\]\.started: .*\nacts\[0\]\.where: .*\n$/);
    });
    test('refuses what is no JSON, nothing at all, and a case without end', async () => {
      for (const input of ['{', '', `"${'a'.repeat(1_100_000)}"`]) {
        const { code, json, err } = await lachan(['penalty', 'compute', '--json'], {}, input);
        expect([input.slice(0, 5), code, typeof json.error, /\n\s+at /.test(err)]).toEqual([input.slice(0, 5), 1, 'string', false]);
      }
    });
  });

  test('where no house is open, audit, users, serve and worker say so in one sentence', async () => {
    const homeless = [
      ['audit', 'verify'],
      ['users', 'add', '--email', 'a@b.example', '--name', 'A', '--roles', 'legal'],
      ['serve'],
      ['worker'],
    ];
    for (const [i, { code, err }] of (await Promise.all(homeless.map((args) => lachan(args)))).entries()) {
      const args = homeless[i];
      expect([args, code, err.trim().split('\n').length, err.includes('No house is open')]).toEqual([args, 1, 1, true]);
    }
    expect((await lachan(['audit', 'verify', '--json'])).json.error).toContain('No house is open');
  }, 30_000);

  describe('on the database of an office', () => {
    let ground: Ground;
    const env = () => ({
      DATABASE_URL: ground.database.urls.app,
      DATABASE_READER_URL: ground.database.urls.reader,
      DATABASE_QUEUE_URL: ground.database.urls.queue,
    });
    beforeAll(async () => {
      ground = await layGround();
    }, 30_000);
    afterAll(() => ground.close());

    test('users add makes a person with an account and a password that is shown once, on the log as done at the command line', async () => {
      const { code, json } = await lachan(
        [
          'users',
          'add',
          '--email',
          'an@office.example',
          '--name',
          'Trần An',
          '--title',
          'Thanh tra viên',
          '--roles',
          'inspector,legal',
          '--json',
        ],
        env(),
      );
      expect([code, json.email, String(json.password).length]).toEqual([0, 'an@office.example', 16]);
      const [event] = await ground.database.owner<{ office: { actor: null; data: object } }>(
        `SELECT office FROM core.events WHERE type = 'staff.added'`,
      );
      expect(event.office).toMatchObject({ actor: null, data: { staffId: json.staffId, accountId: json.accountId } });
      const again = await lachan(
        ['users', 'add', '--email', 'an@office.example', '--name', 'Trần An', '--roles', 'inspector', '--json'],
        env(),
      );
      expect([again.code, again.json.error, again.err.trim()]).toEqual([
        1,
        'An account with this e-mail exists',
        'An account with this e-mail exists',
      ]);
    }, 30_000);
    test('a role that the office does not know is refused', async () => {
      const { code, err } = await lachan(['users', 'add', '--email', 'b@office.example', '--name', 'B', '--roles', 'king'], env());
      expect([code, err.trim()]).toEqual([1, expect.stringMatching(/: king is no role$/)]);
    });
    test('audit verify holds a log that nobody touched, and fails on one that was', async () => {
      for (let n = 0; n < 3; n++)
        await ground.db.tx((tx) =>
          ground.log.append(tx, { type: 'claim.retired', v: 1, public: { topic: `chu-de-${n}` }, office: { claimId: 'c' } }),
        );
      const { last } = await ground.sealer.seal();
      await new HeadKeeper(join(dir, 'heads')).keep(last, true);
      const good = await lachan(['audit', 'verify', '--heads', 'heads', '--json'], env());
      expect([good.code, good.json]).toEqual([0, { holds: true, sealedTo: String(last.seq), provedTo: String(last.seq), heads: 1 }]);
      await ground.database.owner(
        `UPDATE core.events SET public_part = convert_to(replace(convert_from(public_part, 'UTF8'), 'chu-de-1', 'chu-de-9'), 'UTF8') WHERE type = 'claim.retired'`,
      );
      const bad = await lachan(['audit', 'verify', '--heads', 'heads', '--json'], env());
      expect([bad.code, bad.json.holds, typeof bad.json.says]).toEqual([1, false, 'string']);
      expect((await lachan(['audit', 'verify', '--heads', 'heads'], env())).out).toMatch(/^The log does NOT hold: .*\.\n$/);
    }, 30_000);
  });
});
