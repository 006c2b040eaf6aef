import type { Session } from './session.js';

/** From now on nothing leads the page elsewhere: what a click would open in its place is refused before it is asked for, and goes on record. */
export async function stayOn({ page, cdp, log }: Session): Promise<void> {
  const main = (page.mainFrame() as unknown as { _id: string })._id;
  cdp.on('Fetch.requestPaused', ({ requestId, frameId, request }) => {
    const leaves = frameId === main;
    if (leaves) log.did('navigation-refused', request.url);
    void (
      leaves ? cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }) : cdp.send('Fetch.continueRequest', { requestId })
    ).catch(() => undefined);
  });
  await cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  await cdp.send('Page.resetNavigationHistory'); // no way back either
}
