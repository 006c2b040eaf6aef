import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useGlossary, useMe } from '../api/queries.js';
import type { ProblemBody } from '../api/client.js';
import type { Values } from './fill.js';
import { isLoaded, load, say, sayIfThere, type Language, type TextKey } from './texts.js';

const KEPT = 'lachan.language';
interface Spoken {
  language: Language;
  choose(language: Language): void;
}
const Context = createContext<Spoken>({ language: 'vi', choose: () => undefined });

/** The language of this browser: what the user chose, else the office's own. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const [chosen, setChosen] = useState<Language | null>(() => {
    const kept = localStorage.getItem(KEPT);
    return kept === 'vi' || kept === 'en' ? kept : null;
  });
  const wanted = chosen ?? me.data?.language ?? 'vi';
  const [language, speak] = useState(isLoaded(wanted) ? wanted : null);
  useEffect(() => {
    load(wanted).then(
      () => speak(wanted),
      () => speak((spoken) => spoken ?? 'vi'),
    );
  }, [wanted]);
  useEffect(() => {
    if (language) document.documentElement.lang = language;
  }, [language]);
  const value = useMemo<Spoken | null>(
    () =>
      language && {
        language,
        choose: (next: Language) => {
          localStorage.setItem(KEPT, next);
          setChosen(next);
        },
      },
    [language],
  );
  return value && <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Texts and terms in the user's language. */
export function useText() {
  const { language, choose } = useContext(Context);
  const glossary = useGlossary().data;
  return useMemo(() => {
    const t = (key: TextKey, values?: Values) => say(language, key, values);
    /** a term of the office: the glossary's word, else ours, else the bare id */
    const word = (kind: string, id: string | null | undefined): string => {
      if (!id) return '–';
      return glossary?.[kind]?.[id]?.[language] ?? sayIfThere(language, `word.${kind}.${id}`) ?? id;
    };
    const problem = (p: ProblemBody): string =>
      sayIfThere(language, `problem.${p.code}`) ?? glossary?.problem?.[p.code]?.[language] ?? p.title;
    const maybe = (key: string, values?: Values): string | null => sayIfThere(language, key, values);
    return { t, word, problem, maybe, language, choose };
  }, [language, choose, glossary]);
}
