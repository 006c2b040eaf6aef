import { html } from './html.js';
import { page, timeHtml } from './layout.page.js';
import type { Item, Kind, Request } from './world-state.js';
import type { WorldTable } from './world-table.js';

type Words = WorldTable['site']['words'];

const buttons = (words: Words, kind: Kind, scope: string) =>
  html`<button name="do" value="${kind === 'removal' ? 'remove' : 'restore'}:${scope}">
      ${kind === 'removal' ? words.do_remove : words.do_restore}
    </button>
    <button class="warn" name="do" value="refuse:${scope}">${words.do_refuse}</button>
    <button class="plain" name="do" value="ignore:${scope}">${words.do_ignore}</button>`;

const row = (words: Words, kind: Kind, item: Item) =>
  html`<tr>
    <td><input type="checkbox" name="ref" value="${item.ref}" style="width:auto" aria-label="${item.url}" /></td>
    <td><a href="${new URL(item.url, 'http://x').pathname}">${item.url}</a></td>
    <td>
      <span class="state ${item.state}">${words[`state_${item.state}`]}</span
      >${item.reply && html`<br /><span class="small">${item.reply}</span>`}
    </td>
    <td class="do">${buttons(words, kind, `one:${item.ref}`)}</td>
  </tr>`;

const requestHtml = (words: Words, request: Request) =>
  html`<section class="card" id="${request.ticket}">
    <h2>${request.ticket} · ${request.subject}</h2>
    <span class="small">${words.request_ref} ${request.ticketRef} · ${timeHtml(new Date(request.receivedAt))}</span>
    <p><b>${words.request_basis}:</b> ${request.legalBasis}</p>
    <details>
      <summary>${words.request_body}</summary>
      <pre>${request.body}</pre>
      <span class="small">SHA-256 ${request.sha256}</span>
    </details>
    <form method="post" action="/operator/requests/${request.ticket}/answer">
      <table>
        <tr>
          <th></th>
          <th>${words.request_url}</th>
          <th>${words.request_state}</th>
          <th></th>
        </tr>
        ${request.items.map((item) => row(words, request.kind, item))}
      </table>
      <p class="row"><input name="text" maxlength="1000" placeholder="${words.reply_text}" aria-label="${words.reply_text}" /></p>
      <p class="row">
        <b>${words.scope_all}</b> ${buttons(words, request.kind, 'all')}
        ${request.kind === 'removal' && html`<button class="plain" name="do" value="pretend:all">${words.do_pretend}</button>`}
      </p>
      <p class="row"><b>${words.scope_ticked}</b> ${buttons(words, request.kind, 'ticked')}</p>
    </form>
  </section>`;

/** The desk of the platform's operator: requests, newest first, answered by plain forms. */
export function deskPage(world: WorldTable, requests: Request[]): string {
  const { words } = world.site;
  return page(
    world.site,
    words.operator,
    html`<main class="board">
      <h1>${words.operator_title}</h1>
      <p>${words.operator_intro}</p>
      ${requests.length === 0 ? html`<p class="card">${words.operator_empty}</p>` : [...requests].reverse().map((request) => requestHtml(words, request))}
    </main>`,
    { desk: true },
  );
}
