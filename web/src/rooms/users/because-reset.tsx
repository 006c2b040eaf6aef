import type { RoleAsked } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

/** Where a reset ended a role, which one it was, and whose act. */
export function BecauseReset({ reset }: Pick<RoleAsked, 'reset'>) {
  const { t } = useText();
  if (!reset) return null;
  return (
    <>
      {t(`users.after.${reset.what}`, { name: reset.by })} <Moment at={reset.at} clock="true" />
    </>
  );
}
