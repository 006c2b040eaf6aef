import { publicPage } from './layout.page.js';
import { publicTexts, say, type Language } from './texts.js';

/** For a person who came to an address where nothing is. */
export function missingPage(language: Language): string {
  const { title, says, home } = publicTexts.missing;
  return publicPage({
    title: say(title, language),
    language,
    path: '/',
    body: (
      <section>
        <p>{say(says, language)}</p>
        <a href="/">{say(home, language)}</a>
      </section>
    ),
  });
}
