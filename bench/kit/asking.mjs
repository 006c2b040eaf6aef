// A thread that opens a shared index and asks it, round after round; it answers with how many posts a second it served.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const built = (file) => import(join(import.meta.dirname, '..', '..', 'dist', 'src', 'classify', file));
const [{ ClaimIndex }, { matching }, { tokenise }] = [
  await built('matching/claim-index.js'),
  await built('matching/matching-table.js'),
  await built('text/tokens.js'),
];
const index = ClaimIndex.open(workerData.shared, matching);
const queries = workerData.posts.map((post) => index.query(tokenise(post, matching.text, index.knows)));
const round = () => queries.forEach((query) => index.search(query, workerData.top));
round();
parentPort.postMessage('ready');
parentPort.once('message', () => {
  const began = performance.now();
  for (let i = 0; i < workerData.rounds; i++) round();
  parentPort.postMessage((queries.length * workerData.rounds) / ((performance.now() - began) / 1000));
  parentPort.close();
});
