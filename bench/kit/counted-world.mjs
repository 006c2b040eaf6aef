// The demo world behind a door that counts who asks for what.
import { createServer, request } from 'node:http';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', 'dist/src/demo/world');

export async function openCountedWorld(dataDir) {
  const { mediaNames } = await import(join(dist, 'media.adapter.js'));
  const { readWorld } = await import(join(dist, 'world-table.js'));
  const { WorldServer } = await import(join(dist, 'world-server.adapter.js'));
  const table = readWorld(mediaNames());
  const world = await WorldServer.open(table, { port: 0, dataDir });
  const asked = [];
  const door = createServer((q, r) => {
    asked.push(`${q.method} ${q.url}`);
    const onward = request({ host: '127.0.0.1', port: world.port, path: q.url, method: q.method, headers: q.headers }, (a) => {
      r.writeHead(a.statusCode, a.headers);
      a.pipe(r);
    });
    onward.on('error', () => r.destroy());
    r.on('close', () => onward.destroy());
    q.pipe(onward);
  });
  await new Promise((done) => door.listen(0, '127.0.0.1', done));
  const host = `world.localhost:${door.address().port}`;
  return {
    host,
    asked,
    table,
    url: (path) => `http://${host}${path}`,
    /** the same for programs that do not know the name */
    local: (path) => `http://127.0.0.1:${door.address().port}${path}`,
    close: async () => {
      door.closeAllConnections();
      door.close();
      await world.close();
    },
  };
}
