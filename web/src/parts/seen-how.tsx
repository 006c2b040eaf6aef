import { useGlossary } from '../api/queries.js';
import { useText } from '../text/language.js';
import { SignedIn } from './signed-in.js';

/** That words are those of a page's source, read before it was laid out: nobody saw them on a screen. */
export function FromSource({ of }: { of: boolean | undefined }) {
  const { t } = useText();
  return of ? <b className="small">{t('look.fromsource')}</b> : null;
}

/** What a reader must know of words or an exhibit before using them: who was shown them, and whether anybody can have been. */
export function SeenHow({ of }: { of: { session: string | null; neverLaidOut: boolean } }) {
  return (
    <>
      <SignedIn session={of.session} />
      <FromSource of={of.neverLaidOut} />
    </>
  );
}

/** As whom a page was visited: on which device, or with which session of the office. Every device has a word, no session has one. */
export function useVisitor() {
  const { word } = useText();
  const devices = useGlossary().data?.visitor;
  return (visitor: string): { device: string | null; session: string | null } =>
    devices && !(visitor in devices) ? { device: null, session: visitor } : { device: word('visitor', visitor), session: null };
}

/** The same where only text can stand. */
export function useSeenHow() {
  const { t } = useText();
  return ({ session, neverLaidOut }: { session: string | null; neverLaidOut: boolean }): string[] => [
    ...(session ? [t('look.signedin', { name: session })] : []),
    ...(neverLaidOut ? [t('look.fromsource')] : []),
  ];
}
