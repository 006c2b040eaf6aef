import { html } from './html.js';
import { page, timeHtml } from './layout.page.js';
import type { Item, Kind, Request } from './world-state.js';
import type { WorldTable } from './world-table.js';

type Words = WorldTable['site']['words'];

const MANY = 12;

const acts = (words: Words, kind: Kind, scope: string) =>
  html`<button name="do" value="${kind === 'removal' ? 'remove' : 'restore'}:${scope}">
      ${kind === 'removal' ? words.do_remove : words.do_restore}
    </button>
    ${kind === 'withdrawal' && html`<button class="plain" name="do" value="limit:${scope}">${words.do_limit}</button>`}
    <button class="warn" name="do" value="refuse:${scope}">${words.do_refuse}</button>
    <button class="plain" name="do" value="ignore:${scope}">${words.do_ignore}</button>`;
const pretend = (words: Words, kind: Kind, scope: string) =>
  html`<button class="plain" name="do" value="pretend:${scope}">
    ${kind === 'removal' ? words.do_pretend : words.do_pretend_restore}
  </button>`;

const row = (words: Words, request: Request, item: Item) =>
  html`<tr>
    <td>${request.items.length > 1 && html`<input type="checkbox" name="ref" value="${item.ref}" aria-label="${item.url}" />`}</td>
    <td class="link"><a href="${new URL(item.url, 'http://x').pathname}">${item.url}</a></td>
    <td>
      <span class="state ${item.state}">${words[`state_${item.state}`]}</span
      >${item.reply && html`<br /><span class="small">${item.reply}</span>`}
    </td>
    <td class="do">
      ${acts(words, request.kind, `one:${item.ref}`)} ${request.items.length === 1 && pretend(words, request.kind, `one:${item.ref}`)}
    </td>
  </tr>`;

const STATES = ['open', 'removed', 'restored', 'restricted', 'refused', 'ignored'] as const;
const tally = (words: Words, request: Request) =>
  STATES.map((state) => [state, request.items.filter((i) => i.state === state).length] as const)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => html`<span class="state ${state}">${words[`state_${state}`]} ${n}</span> `);

const formHtml = (words: Words, request: Request) =>
  html`<p><b>${words.request_basis}:</b> ${request.legalBasis}</p>
    <details>
      <summary>${words.request_body}</summary>
      <pre>${request.body}</pre>
      <span class="small">SHA-256 ${request.sha256}</span>
    </details>
    <form method="post" action="/operator/requests/${request.ticket}/answer">
      <p class="row"><input name="text" maxlength="1000" placeholder="${words.reply_text}" aria-label="${words.reply_text}" /></p>
      ${
        request.items.length > 1 &&
        html`<p class="row"><b>${words.scope_all}</b> ${acts(words, request.kind, 'all')} ${pretend(words, request.kind, 'all')}</p>
          <p class="row"><b>${words.scope_ticked}</b> ${acts(words, request.kind, 'ticked')}</p>`
      }
      <div class="${request.items.length > MANY ? 'many' : ''}" ${request.items.length > MANY && html`tabindex="0"`}>
        <table>
          <tr>
            <th></th>
            <th>${words.request_url}</th>
            <th>${words.request_state}</th>
            <th></th>
          </tr>
          ${request.items.map((item) => row(words, request, item))}
        </table>
      </div>
    </form>`;

const isOpen = (request: Request) => request.items.some((i) => i.state === 'open');
const requestHtml = (words: Words, request: Request) =>
  html`<section class="card" id="${request.ticket}">
    <h2>${request.ticket} · ${request.subject}</h2>
    <p class="row">
      ${request.kind === 'withdrawal' && html`<b>${words.kind_withdrawal}</b>`} ${tally(words, request)}
      <span class="small">${words.request_ref} ${request.ticketRef} · ${timeHtml(new Date(request.receivedAt))}</span>
    </p>
    ${
      isOpen(request)
        ? formHtml(words, request)
        : html`<details>
            <summary>${words.request_answered}</summary>
            ${formHtml(words, request)}
          </details>`
    }
  </section>`;

/** The desk of the platform's operator: what waits first, the newest at the top, answered by plain forms. */
export function deskPage(world: WorldTable, requests: Request[]): string {
  const { words } = world.site;
  const newest = [...requests].reverse();
  const [waiting, done] = [newest.filter(isOpen), newest.filter((r) => !isOpen(r))];
  const part = (title: string, of: Request[]) =>
    of.length > 0 &&
    html`<h2 class="part">${title} (${of.length})</h2>
      ${of.map((request) => requestHtml(words, request))}`;
  return page(
    world.site,
    words.operator,
    html`<main class="board">
      <h1>${words.operator_title}</h1>
      <p>${words.operator_intro}</p>
      ${requests.length === 0 && html`<p class="card">${words.operator_empty}</p>`} ${part(words.operator_waiting, waiting)}
      ${part(words.operator_done, done)}
    </main>`,
    { desk: true },
  );
}
