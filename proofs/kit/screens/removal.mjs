// Two days in the overfull office: the platform takes the posts of a sent request away, and the house sees it twice.
const WAIT_MS = 600_000;

export async function removed(office) {
  const [coordinator, chief] = [await office.as('coordinator'), await office.as('chief')];
  const { items } = (await coordinator.get('/api/takedowns?state=sent&limit=1')).body;
  const world = `http://127.0.0.1:${office.worldPort}/operator/requests`;
  for (const { ticket, items: asked } of (await (await fetch(world)).json()).items)
    await fetch(`${world}/${ticket}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: asked.map(({ ref }) => ({ ref, answer: 'remove' })) }),
    });
  const link = async () => (await coordinator.get(`/api/takedowns/${items[0].id}`)).body.items[0];
  for (const seen of [(one) => one.lastSeen?.observation === 'gone', (one) => one.state === 'verified-removed']) {
    await chief.must('/api/demo/clock', { hours: 25 });
    const until = Date.now() + WAIT_MS;
    while (!seen(await link())) {
      if (Date.now() > until) throw new Error(`the house never saw the post gone: ${JSON.stringify(await link())}`);
      await new Promise((done) => setTimeout(done, 1_000));
    }
  }
}
