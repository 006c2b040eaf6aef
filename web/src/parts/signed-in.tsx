import type { SeenSignedIn } from '../api/types.js';
import { useText } from '../text/language.js';
import { Moment } from './moment.js';
import { State } from './state.js';

/** That a visit bore a session of the office: it was shown what members are shown. */
export function SignedIn({ session }: { session: string | null | undefined }) {
  const { t } = useText();
  return session ? <b className="small">{t('look.signedin', { name: session })}</b> : null;
}

/** What a signed-in visitor was shown last, apart from what the public was. */
export function SeenAsMember({ seen }: { seen: SeenSignedIn | null }) {
  return (
    seen && (
      <span className="row" style={{ gap: 6 }}>
        <SignedIn session={seen.session} />
        <State kind="observation" value={seen.observation} />
        <span className="soft small">
          <Moment at={seen.at} only="relative" />
        </span>
      </span>
    )
  );
}
