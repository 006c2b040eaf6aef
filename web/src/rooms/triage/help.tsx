import { Dialog } from '../../parts/dialog.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';

const KEYS: [string[], TextKey][] = [
  [['j', 'k'], 'triage.key.move'],
  [['→', '←'], 'triage.key.copies'],
  [['b'], 'triage.key.nextcopy'],
  [['v'], 'triage.key.picture'],
  [['n'], 'triage.key.claim'],
  [['c', 'x'], 'triage.key.decide'],
  [['1', '…', '9'], 'triage.key.judge'],
  [['l'], 'triage.key.reason'],
  [['Enter'], 'triage.key.go'],
  [['Shift Enter'], 'triage.key.line'],
  [['Esc'], 'triage.key.leave'],
  [['u'], 'triage.key.undo'],
  [['p'], 'triage.key.propose'],
  [['s'], 'triage.key.split'],
  [['r'], 'triage.key.capture'],
  [['o'], 'triage.key.case'],
  [['a'], 'triage.key.again'],
  [['w'], 'triage.key.why'],
  [['f'], 'triage.key.filter'],
  [['.'], 'triage.key.renew'],
  [['Ctrl K'], 'triage.key.search'],
  [['?'], 'triage.key.help'],
];

/** The keys of this desk. */
export function Help({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useText();
  return (
    <Dialog opened={opened} onClose={close} title={t('triage.help')}>
      <table className="keys">
        <tbody>
          {KEYS.map(([keys, text]) => (
            <tr key={text}>
              <td>
                <span className="row" style={{ gap: 4 }}>
                  {keys.map((k) => (
                    <kbd key={k} className="kbd">
                      {k}
                    </kbd>
                  ))}
                </span>
              </td>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
