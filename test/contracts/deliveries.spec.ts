import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Tx } from '../../src/core/database/db.js';
import { On, OnDue, type DueHandler, type Handler } from '../../src/core/events/on.js';
import { Clock } from '../../src/core/clock/clock.js';
import type { Ring } from '../../src/core/events/relay.js';
import '../../src/classify/events.js';
import { layGround, type Ground } from '../kit/ground.js';
import { until } from '../kit/until.js';

@On('claim.retired', { maxAttempts: 2 })
class Note implements Handler<'claim.retired', string> {
  failing = 0;
  givenUp: string[] = [];
  duringWork: () => Promise<void> = async () => undefined;
  async work(): Promise<string> {
    await this.duringWork();
    return 'done';
  }
  async handle(tx: Tx, _event: unknown, result: string): Promise<void> {
    await tx.query(`INSERT INTO core.due (kind, ref, due_at) VALUES ('effect', $1, now())`, [result + Math.random()]);
    if (this.failing-- > 0) throw new Error('the handler failed');
  }
  giveUp(_tx: Tx, _event: unknown, error: Error): Promise<void> {
    this.givenUp.push(error.message);
    return Promise.resolve();
  }
}
/** Touches nothing outside, so no lease keeps a second worker out. */
@On('claim.retired')
class Tally implements Handler<'claim.retired'> {
  begun = 0;
  during: (nth: number) => Promise<void> = async () => undefined;
  async handle(tx: Tx): Promise<void> {
    const nth = ++this.begun;
    await tx.query(`INSERT INTO core.due (kind, ref, due_at) VALUES ('tally', $1, now())`, [String(nth)]);
    await this.during(nth);
  }
}
@OnDue('reminder')
class Remind implements DueHandler {
  seen: string[] = [];
  handle(_tx: Tx, due: { ref: string }): Promise<void> {
    this.seen.push(due.ref);
    return Promise.resolve();
  }
}

describe('deliveries', () => {
  let ground: Ground;
  let note: Note;
  let remind: Remind;
  let rung: Ring[];
  const sweep = () =>
    ground.relay.sweep(async (rings) => {
      rung.push(...rings);
    });
  const happen = () =>
    ground.db.tx((tx) => ground.log.append(tx, { type: 'claim.retired', v: 1, public: { topic: 'x' }, office: { claimId: 'c' } }));
  const effects = async () => (await ground.database.owner(`SELECT 1 FROM core.due WHERE kind = 'effect'`)).length;
  const states = async () => (await ground.database.owner<{ state: string }>('SELECT state FROM core.deliveries')).map((r) => r.state);
  const asIfLater = () =>
    ground.database.owner(
      `UPDATE core.deliveries SET available_at = available_at - interval '1 hour', rung_at = NULL, lease_until = lease_until - interval '1 hour'`,
    );

  beforeEach(async () => {
    note = new Note();
    remind = new Remind();
    rung = [];
    ground = await layGround([note, remind]);
  }, 30_000);
  afterEach(() => ground.close());

  test('an event reaches its listener once, although the bell rings twice', async () => {
    await happen();
    await sweep();
    expect(rung).toHaveLength(1);
    await Promise.all([ground.deliver.run(rung[0].id), ground.deliver.run(rung[0].id)]);
    await ground.deliver.run(rung[0].id);
    expect(await effects()).toBe(1);
    expect(await states()).toEqual(['done']);
  });
  describe('two workers at one that touches nothing outside', () => {
    /** The second worker waits at the row while the first is in the middle of its effect. */
    const bothAtOnce = async (tally: Tally, first: () => void) => {
      const at = await layGround([tally]);
      try {
        await at.db.tx((tx) => at.log.append(tx, { type: 'claim.retired', v: 1, public: { topic: 'x' }, office: { claimId: 'c' } }));
        const [{ id }] = await at.database.owner<{ id: string }>('SELECT id FROM core.deliveries');
        let goOn = () => {};
        const held = new Promise<void>((r) => {
          goOn = r;
        });
        tally.during = async (nth) => {
          if (nth > 1) return;
          await held;
          first();
        };
        const one = at.deliver.run(id);
        await until(() => Promise.resolve(tally.begun === 1));
        const other = at.deliver.run(id);
        await until(async () => (await at.database.owner(WAITS_AT_THE_ROW)).length === 1);
        goOn();
        await Promise.all([one, other]);
        // the second may have found the failure of the first written down, and left it for later
        await at.database.owner(`UPDATE core.deliveries SET available_at = available_at - interval '1 hour'`);
        await at.deliver.run(id);
        return {
          begun: tally.begun,
          effects: (await at.database.owner<{ ref: string }>(`SELECT ref FROM core.due WHERE kind = 'tally'`)).map((r) => r.ref),
          delivery: (await at.database.owner('SELECT state, error, fence FROM core.deliveries'))[0],
        };
      } finally {
        await at.close();
      }
    };
    const WAITS_AT_THE_ROW = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE core.deliveries%'`;
    test('have one effect: the second finds it done', async () => {
      expect(await bothAtOnce(new Tally(), () => undefined)).toEqual({
        begun: 1,
        effects: ['1'],
        delivery: { state: 'done', error: null, fence: 1 },
      });
    });
    test('have one effect when the first fails in the middle, whoever comes next', async () => {
      const failing = () => {
        throw new Error('the first worker failed');
      };
      expect(await bothAtOnce(new Tally(), failing)).toEqual({
        begun: 2,
        effects: ['2'],
        delivery: { state: 'done', error: null, fence: 1 },
      });
    });
  });
  test('what the queue forgot is rung again', async () => {
    await happen();
    await sweep();
    await sweep();
    expect(rung).toHaveLength(1);
    await asIfLater();
    await sweep();
    expect(rung).toHaveLength(2);
  });
  test('a failed try leaves no effect behind, and the next one has it', async () => {
    note.failing = 1;
    await happen();
    await sweep();
    await ground.deliver.run(rung[0].id);
    expect(await effects()).toBe(0);
    await asIfLater();
    await ground.deliver.run(rung[0].id);
    expect(await effects()).toBe(1);
  });
  test('a delivery that fails for good ends dead, with what was wrong, and is not rung again', async () => {
    note.failing = 9;
    await happen();
    for (let i = 0; i < 3; i++) {
      await sweep();
      if (rung[0]) await ground.deliver.run(rung[0].id);
      await asIfLater();
    }
    expect(await ground.database.owner('SELECT state, error, attempts FROM core.deliveries')).toEqual([
      { state: 'dead', error: 'the handler failed', attempts: 2 },
    ]);
  });
  test('a delivery whose workers are all killed in the middle counts each as a try, and ends dead like one that fails', async () => {
    let [worked, release] = [0, () => {}];
    const gone = new Promise<void>((r) => {
      release = r;
    });
    note.duringWork = () => {
      worked++;
      return gone; // nothing is heard of it any more
    };
    const killed: Promise<void>[] = [];
    await happen();
    await sweep();
    for (let kill = 0; kill < 2; kill++) {
      killed.push(ground.deliver.run(rung[0].id));
      await until(() => Promise.resolve(worked === kill + 1));
      await asIfLater();
    }
    await ground.deliver.run(rung[0].id);
    expect(await ground.database.owner('SELECT state, error FROM core.deliveries')).toEqual([
      { state: 'dead', error: 'No worker came to the end of a try' },
    ]);
    release();
    await Promise.all(killed);
    expect([worked, note.givenUp, await effects()]).toEqual([2, ['No worker came to the end of a try'], 0]);
  });
  test('one without a lease that kills its workers ends dead too, since it is tried under a lease once it was rung in vain', async () => {
    const tally = new Tally();
    const at = await layGround([tally]);
    try {
      await at.db.tx((tx) => at.log.append(tx, { type: 'claim.retired', v: 1, public: { topic: 'x' }, office: { claimId: 'c' } }));
      const release: (() => void)[] = [];
      tally.during = () => new Promise((_, fail) => release.push(() => fail(new Error('killed'))));
      const tries: Promise<void>[] = [];
      let trying = false;
      /** Later, the bell rings, unless a try is under way; the beat of one that was killed here may have kept its lease a moment longer. */
      const tried = async () => {
        if (trying) return;
        await at.database.owner(
          `UPDATE core.deliveries SET rung_at = rung_at - interval '1 minute', lease_until = lease_until - interval '1 hour'`,
        );
        await at.relay.sweep(([ring]) => {
          trying = true;
          tries.push(at.deliver.run(ring.id, ring.again).then(() => void (trying = false)));
          return Promise.resolve();
        });
      };
      for (const kill of [1, 2, 3, 4, 5, 6]) {
        // killed in the middle of its transaction, with nothing under way
        await until(async () => {
          await tried();
          return release.length === kill;
        });
        await at.database.owner(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
        );
        trying = false;
      }
      await until(async () => {
        await tried();
        return (await at.database.owner(`SELECT 1 FROM core.deliveries WHERE state = 'dead'`)).length === 1;
      });
      const ended = await at.database.owner('SELECT state, error FROM core.deliveries');
      release.forEach((fail) => fail());
      await Promise.all(tries);
      expect(release).toHaveLength(6);
      expect(ended).toEqual([{ state: 'dead', error: 'No worker came to the end of a try' }]);
      expect(await at.database.owner('SELECT state FROM core.deliveries')).toEqual([{ state: 'dead' }]);
      expect(await at.database.owner(`SELECT 1 FROM core.due WHERE kind = 'tally'`)).toEqual([]);
    } finally {
      await at.close();
    }
  });
  test('a worker that comes too late is fenced out', async () => {
    await happen();
    await sweep();
    note.duringWork = async () => {
      note.duringWork = async () => undefined;
      await asIfLater();
      await ground.deliver.run(rung[0].id); // another worker takes over meanwhile
    };
    await ground.deliver.run(rung[0].id);
    expect(await effects()).toBe(1);
  });
  test('a timer fires once its office time has come, and not before', async () => {
    const clock = new Clock();
    await ground.db.tx(async (tx) =>
      clock.schedule(tx, { kind: 'reminder', ref: 'r1', at: new Date((await clock.now(tx)).getTime() + 3_600_000) }),
    );
    await sweep();
    expect(rung).toHaveLength(0);
    await ground.database.owner(`UPDATE core.installation SET clock_offset = '2 hours'`);
    await sweep();
    await ground.deliver.run(rung[0].id);
    expect(remind.seen).toEqual(['r1']);
    await sweep();
    expect(rung).toHaveLength(1);
  });
  test('a timer fires though hundreds before it are of a kind that nobody listens to any more', async () => {
    await ground.database.owner(
      `INSERT INTO core.due (kind, ref, due_at) SELECT 'of-old', n::text, now() - interval '1 day' FROM generate_series(1, 250) n`,
    );
    await ground.db.tx((tx) => new Clock().schedule(tx, { kind: 'reminder', ref: 'r2', at: new Date(0) }));
    await ground.database.owner(`UPDATE core.due SET due_at = now() WHERE kind = 'reminder'`);
    await sweep();
    await ground.deliver.run(rung[0].id);
    expect(remind.seen).toEqual(['r2']);
  });
  test('a timer that was set again comes at its new time only, and a cancelled one never', async () => {
    const clock = new Clock();
    await ground.db.tx(async (tx) => {
      await clock.schedule(tx, { kind: 'reminder', ref: 'moved', at: new Date(0) });
      await clock.schedule(tx, { kind: 'reminder', ref: 'moved', at: new Date(Date.now() + 86_400_000) });
      await clock.schedule(tx, { kind: 'reminder', ref: 'cancelled', at: new Date(0) });
      await clock.cancel(tx, { kind: 'reminder', ref: 'cancelled' });
    });
    await sweep();
    expect(rung).toHaveLength(0);
  });
});
