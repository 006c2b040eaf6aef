import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import type { Fact } from './facts.js';
import { ROLES } from './answers-input.js';
import { open, type Said } from './said.js';
import type { RecordContent, RecordFull } from './types.js';

/** The answers of a record, label by label; what nobody asked is left out here and named beside it. */
export function useAnswerFacts() {
  const { t } = useText();
  return ({ answers, statement }: RecordContent, said: Said = open): Fact[] => {
    if (!answers) return [statement ? [t('penalty.ask.said.accused'), said(statement)] : null];
    const { present, said: heard, preventive, appear, began, closed } = answers;
    const told = (of: typeof preventive, none: string) => of && (of.words === null ? <span className="soft">{none}</span> : said(of.words));
    const facts: Fact[] = [
      [t('penalty.ask.began'), began && <Moment at={began} only="exact" />],
      [t('penalty.ask.closed'), closed && <Moment at={closed} only="exact" />],
      ...ROLES.map((role): Fact => [
        t(`penalty.ask.present.${role}`),
        present[role] === null ? null : t(present[role] ? 'penalty.yes' : 'penalty.no'),
      ]),
      [t('penalty.ask.said.accused'), told(heard.accused, t('penalty.silent'))],
      [t('penalty.ask.said.witness'), told(heard.witness, t('penalty.silent'))],
      [t('penalty.ask.said.victim'), told(heard.victim, t('penalty.silent'))],
      [t('penalty.ask.preventive'), told(preventive, t('penalty.none'))],
      [
        t('penalty.ask.appear'),
        appear &&
          (appear.summoned ? (
            <>
              <Moment at={appear.summoned.at} only="exact" />, {appear.summoned.place}
            </>
          ) : (
            t('penalty.no')
          )),
      ],
    ];
    return facts.filter((fact) => fact && fact[1] !== null);
  };
}

/** What nobody asked, and whose presence was answered without their name, before those present sign. */
export function OpenAnswers({ of }: { of: RecordFull['answers'] }) {
  const { maybe, t } = useText();
  const named = (keys: string[]) => keys.map((key) => maybe(`penalty.ask.${key}`) ?? key).join('; ');
  return (
    <>
      {of.unasked.length > 0 && (
        <p className="soft small flat">
          {t('penalty.leftblank')} <a href="#edit">{named(of.unasked)}</a>
        </p>
      )}
      {of.unnoted.length > 0 && (
        <p className="late small flat">
          {t('penalty.unnoted')} {named(of.unnoted.map((role) => `present.${role}`))}
        </p>
      )}
    </>
  );
}
