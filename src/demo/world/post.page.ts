import { Html, html, textHtml } from './html.js';
import { page, timeHtml } from './layout.page.js';
import type { Shown } from './world-state.js';
import { SCENES, type Person, type Situation, type WorldTable } from './world-table.js';

const COLOURS = ['#0f766e', '#b45309', '#7c3aed', '#be123c', '#1d4ed8', '#4d7c0f', '#a21caf', '#0e7490'];
const colour = (handle: string) => COLOURS[[...handle].reduce((sum, c) => sum + c.charCodeAt(0), 0) % COLOURS.length];
const initial = (name: string) => name.trim().split(/\s+/).at(-1)![0].toUpperCase();

export const pathOf = (post: { id: string; video?: string }): string => `/${post.video ? 'v' : 'p'}/${post.id}`;
export const personOf = (world: WorldTable, handle: string): Person => world.people.find((p) => p.handle === handle)!;
export const pictureOf = (post: Shown['post']): string | null =>
  post.picture ? `/m/${post.picture}` : post.scene ? `/m/${post.scene}.${SCENES.indexOf(post.scene) % 2 === 0 ? 'png' : 'jpg'}` : null;

function media(shown: Shown, whole: boolean): Html {
  const { post } = shown;
  const picture = pictureOf(post);
  if (post.video && whole)
    return html`<figure><video controls preload="auto" src="/m/${post.video}" ${picture && html` poster="${picture}"`}></video></figure>`;
  return html`${
    picture &&
    html`<figure>
      <a href="${pathOf(post)}"><img src="${picture}" alt="" /></a>
    </figure>`
  }`;
}

/** One post, in the feed or on its own page. */
export function articleHtml(world: WorldTable, shown: Shown, whole: boolean): Html {
  const { post } = shown;
  const { words } = world.site;
  const person = personOf(world, post.by);
  const comments = post.comments ?? [];
  return html`<article data-post="${post.id}">
    <div class="by">
      <span class="face" style="background:${colour(person.handle)}">${initial(person.name)}</span>
      <span><a class="author" href="/u/${person.handle}">${person.name}</a> <span class="handle">@${person.handle}</span></span>
      <span class="small"
        ><a href="${pathOf(post)}">${timeHtml(shown.at)}</a>${shown.editedAt && html` · <span class="edited">${words.edited}</span>`}</span
      >
    </div>
    ${
      post.title &&
      (whole
        ? html`<h1>${post.title}</h1>`
        : html`<p>
            <a href="${pathOf(post)}"><b>▶ ${post.title}</b></a>
          </p>`)
    }
    <div class="text">${textHtml(shown.text)}</div>
    ${media(shown, whole)}
    <div class="count">
      <span>♥ ${post.likes ?? 0} ${words.likes}</span
      ><span>${comments.length} ${words.comments}</span>${post.short && html`<a href="/s/${post.short}">${words.share}</a>`}
    </div>
    ${
      whole &&
      comments.length > 0 &&
      html`<ul class="comments">
        ${comments.map((c) => html`<li><b>${personOf(world, c.by).name}</b>${c.text}</li>`)}
      </ul>`
    }
  </article>`;
}

const aside = (world: WorldTable, people: Person[]): Html =>
  html`<aside>
    <div class="card">
      <h2>${world.site.name}</h2>
      ${world.site.words.about}
    </div>
    <div class="card">
      <h2>${world.site.words.people}</h2>
      <ul>
        ${people.map(
          (p) =>
            html`<li>
              <a href="/u/${p.handle}"><b>${p.name}</b></a
              ><br /><span class="small">${p.about}</span>
            </li>`,
        )}
      </ul>
    </div>
  </aside>`;

export function postPage(world: WorldTable, shown: Shown): string {
  const person = personOf(world, shown.post.by);
  const others = world.people.filter((p) => p !== person).slice(0, 5);
  return page(
    world.site,
    shown.post.title ?? `${person.name}: ${shown.text.slice(0, 60)}`,
    html`<div class="cols">
      <main>${articleHtml(world, shown, true)}</main>
      ${aside(world, [person, ...others])}
    </div>`,
    { description: shown.text.slice(0, 200), image: pictureOf(shown.post) ?? undefined, canonical: pathOf(shown.post) },
  );
}

export function feedPage(world: WorldTable, posts: Shown[], title: string, older: string | null, newer: string | null): string {
  const { words } = world.site;
  return page(
    world.site,
    title,
    html`<div class="cols">
      <main>
        ${posts.map((shown) => articleHtml(world, shown, false))}
        <p class="pager">
          <span>${newer && html`<a class="button" href="${newer}">${words.newer}</a>`}</span
          >${older && html`<a class="button" href="${older}">${words.older}</a>`}
        </p>
      </main>
      ${aside(world, world.people.slice(0, 7))}
    </div>`,
  );
}

type Notice = Exclude<Situation, 'live' | 'edited'>;
const REMOVED = '<path d="M14 18h36v34H14zM24 10h16M26 28l12 14M38 28 26 42"/>';
const SIGNS: Record<Notice, string> = {
  login: '<path d="M20 28v-8a12 12 0 0 1 24 0v8M14 28h36v26H14z"/>',
  region: '<circle cx="32" cy="32" r="24"/><path d="M8 32h48M32 8c-16 14-16 34 0 48M32 8c16 14 16 34 0 48"/>',
  withheld: REMOVED,
  removed: REMOVED,
  gone: '<circle cx="28" cy="28" r="18"/><path d="m42 42 14 14M20 36c4-6 12-6 16 0M22 24h.1M34 24h.1"/>',
};
/** A page that shows no post, and says why as such sites do. */
export function noticePage(world: WorldTable, what: Notice, language: 'vi' | 'en' = 'vi'): string {
  const { words } = world.site;
  const suffix = language === 'en' ? '_en' : '';
  const title = words[`${what}_title${suffix}`] ?? words[`${what}_title`];
  return page(
    world.site,
    title,
    html`<main class="notice">
      <svg viewBox="0 0 64 64" fill="none" stroke="#0f766e" stroke-width="3">${new Html(SIGNS[what])}</svg>
      <h1>${title}</h1>
      <p>${words[`${what}_text${suffix}`] ?? words[`${what}_text`]}</p>
      ${what === 'login' ? html`<form action="/" method="get"><button>${words.login_button}</button></form>` : html`<a class="button" href="/">${words.home}</a>`}
    </main>`,
  );
}
