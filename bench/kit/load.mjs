// A load of its own process: so many reports a second at a fixed pace, each with its key, tried again until it is acknowledged.
// Latency counts from the moment at which a report was due to be sent, so that a stalled server cannot hide its stall.
import { createHash } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const { base, rate, seconds, journal, seed, posts } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const book = openSync(journal, 'a');
const latencies = [];
let errors = 0;

/** One of a few thousand known links mostly, now and then a new one or a text: as a wave of reports looks. */
function reportOf(n) {
  const dice = createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE(0) / 2 ** 32;
  if (dice < 0.9) return { url: `https://mxh.example.vn/p/${Math.floor((dice / 0.9) ** 2 * posts)}`, note: 'Tin này có đúng không?' };
  if (dice < 0.95) return { url: `https://mxh.example.vn/p/moi-${seed}-${n}` };
  return { text: `Nghe nói ngày mai cả thành phố cúp nước, số ${n % 500}` };
}
const keyOf = (n) => createHash('sha256').update(`${seed}-${n}`).digest('base64url');
const send = (key, body) =>
  new Promise((done) => {
    const call = request(
      `${base}/api/reports`,
      {
        method: 'POST',
        agent,
        timeout: 10_000,
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => done(response.statusCode === 201 ? JSON.parse(text).receipt : null));
        response.on('error', () => done(null));
      },
    );
    call.on('timeout', () => call.destroy());
    call.on('error', () => done(null));
    call.end(body);
  });
async function one(n, due) {
  const [key, body] = [keyOf(n), JSON.stringify(reportOf(n))];
  for (;;) {
    const receipt = await send(key, body);
    if (receipt) {
      latencies.push(performance.now() - due);
      writeSync(book, `${key} ${receipt}\n`);
      return;
    }
    errors++;
    await new Promise((r) => setTimeout(r, 200));
  }
}

const began = performance.now();
const total = rate * seconds;
const all = [];
for (let n = 0; n < total;) {
  const due = began + (n * 1_000) / rate;
  const wait = due - performance.now();
  if (wait > 1) await new Promise((r) => setTimeout(r, wait));
  else all.push(one(n++, due));
}
await Promise.all(all);
latencies.sort((a, b) => a - b);
const at = (share) => Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]);
console.log(
  JSON.stringify({
    sent: total,
    perSecond: Math.round((total / (performance.now() - began)) * 1_000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: Math.round(latencies.at(-1)),
    retried: errors,
  }),
);
