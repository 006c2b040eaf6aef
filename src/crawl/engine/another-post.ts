/** Runs in the page: may what was found be another post than the one that the page is of? A teaser, of which a heading or all words lead elsewhere, or one of several that is shorter than `short`. */
export function mayBeAnother(post: Element, text: string, short: number): boolean {
  const here = location.href.split('#')[0];
  const leads = (a: Element | null): boolean => a instanceof HTMLAnchorElement && /^https?:/.test(a.href) && a.href.split('#')[0] !== here;
  const heading = post.querySelector('h1,h2,h3,h4,h5,h6');
  if (heading && text.length < short && (leads(heading.closest('a')) || leads(heading.querySelector('a')))) return true;
  const linked = Array.from(post.querySelectorAll('a')).filter(leads);
  const letters = linked.reduce((sum, a) => sum + a.textContent.trim().length, 0);
  if (linked.length > 0 && letters >= (post.textContent ?? '').trim().length - 20) return true;
  return text.length < short && post.tagName === 'ARTICLE' && post.ownerDocument.getElementsByTagName('article').length > 1;
}
