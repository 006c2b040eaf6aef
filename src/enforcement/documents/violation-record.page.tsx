import type { ReactNode } from 'react';
import { Bases, Title } from '../../core/documents/layout.page.js';
import { twoDigits, whenInWords } from '../../core/documents/spell-out.js';
import { dayOf } from '../legal-basis.js';
import { EvidenceAnnex } from './evidence-annex.page.js';
import type { RecordDocument } from './models.js';
import { DocumentHead, kindOf, Lines, momentOf, ServedLine, SubjectLines, type Pen } from './parts.page.js';

/** MBB01: what was found, who was there, what they said. */
export function violationRecord(model: RecordDocument, pen: Pen): ReactNode {
  const { say } = pen;
  const { made, subject, recorder } = model;
  return (
    <>
      <DocumentHead heading={model.heading} pen={pen} />
      <Title name={say('name')} subject={say('about', { field: model.field })} />
      <Lines of={[say('opened', { at: momentOf(made.at, pen), place: made.place }), say('place_reason', { reason: made.place_reason })]} />
      <Bases lines={model.bases.map((base) => say('base', { base }))} />
      <Lines
        of={[
          say('we'),
          say('recorder', { ...recorder }),
          ...present(model, pen),
          subject.unknown ? say('records_unknown') : say('records', { kind: say(kindOf(subject)) }),
          say('one_subject'),
        ]}
      />
      {subject.unknown ? <Lines of={[say('unknown')]} /> : <SubjectLines subject={subject} pen={pen} />}
      <Lines
        of={[...acts(model, pen), ...statements(model, pen), ...measures(model, pen), ...whatFollows(model, pen), ...closing(model, pen)]}
      />
      <Signers model={model} pen={pen} />
      <ServedLine served={model.served} subject={subject} pen={pen} />
      <EvidenceAnnex
        evidence={model.evidence}
        name={say('name')}
        number={model.heading.number}
        day={dayOf(new Date(made.at), pen.timeZone)}
        pen={pen}
      />
    </>
  );
}

function present({ witnesses, commune, interpreter }: RecordDocument, { say }: Pen): ReactNode[] {
  const blank = say('present_blank', { who: say('dots') });
  return [
    witnesses?.length || commune ? say('present') : witnesses ? say('nobody_present') : blank,
    ...(witnesses ?? []).map((w) => say('witness', { ...w })),
    ...(commune ? [say('commune', { ...commune })] : []),
    ...(interpreter ? [say('interpreter', { ...interpreter })] : []),
  ];
}

function acts(model: RecordDocument, pen: Pen): ReactNode[] {
  const { say } = pen;
  const several = model.acts.length > 1;
  return [
    say('did'),
    ...model.acts.map(({ description, at, where: place }, i) => {
      const values = { description, at: whenInWords(at, pen.timeZone), place };
      return several ? say('did_numbered', { n: twoDigits(i + 1), ...values }) : say('did_one', values);
    }),
    say('sealed'),
    say('ruled', { provision: model.acts.map((a) => a.provision).join('; ') }),
  ];
}

function statements({ victims, says_accused, says_witness, says_victim }: RecordDocument, { say }: Pen): ReactNode[] {
  return [
    say('victims', { who: listed(victims, say) }),
    say('says_accused', { says: says_accused ?? say('dots') }),
    say('says_witness', { says: says_witness ?? say('dots') }),
    say('says_victim', { says: says_victim ?? say('dots') }),
  ];
}

/** Blank where nobody asked. */
const listed = (entries: string[] | undefined, say: Pen['say']): ReactNode => (entries ? entries.join('; ') || say('none') : say('dots'));

/** What they were told to stop, and what was done so that it stops. */
function measures({ stop, preventive, subject }: RecordDocument, { say }: Pen): ReactNode[] {
  const demand = !stop
    ? say('stop_blank', { whether: say('dots') })
    : stop.demanded
      ? say('stop', { whom: whom(subject, say) })
      : say('no_stop', { reason: stop.reason });
  return [demand, say('preventive', { which: listed(preventive, say) })];
}

function whatFollows({ explain, no_explain, appear, no_appear, subject }: RecordDocument, pen: Pen): ReactNode[] {
  const { say, law } = pen;
  const blank = say('dots');
  const terms = explain
    ? { hearing: twoDigits(explain.hearing_days), written: twoDigits(explain.written_days), to: explain.to }
    : { hearing: blank, written: blank, to: blank };
  return [
    no_explain ? say('no_explain', { law }) : say('explain', { ...terms, whom: whom(subject, say) }),
    no_appear
      ? say('no_appear')
      : say('appear', {
          whom: whom(subject, say),
          at: appear ? momentOf(appear.at, pen) : blank,
          place: appear?.place ?? blank,
        }),
  ];
}

function closing({ closed, not_signed_reason: reason }: RecordDocument, pen: Pen): ReactNode[] {
  const { say } = pen;
  const at = closed.at ? momentOf(closed.at, pen) : say('dots');
  const sheets = closed.sheets ? twoDigits(closed.sheets) : say('dots');
  return [
    say('closed', { at, sheets, copies: twoDigits(closed.copies), given_to: closed.given_to }),
    ...(reason ? [say('not_signed', { reason })] : []),
  ];
}
const whom = (subject: RecordDocument['subject'], say: Pen['say']): ReactNode =>
  say(subject.unknown ? 'violator' : `${kindOf(subject)}_called`);

function Signers({ model, pen: { say } }: { model: RecordDocument; pen: Pen }) {
  const { subject, victims = [], witnesses = [], commune, interpreter, recorder } = model;
  const accused = subject.organisation?.head.name ?? subject.person?.name;
  const signers: [string, string?][] = [
    ...(accused ? [['role_accused', accused] as [string, string]] : []),
    ['role_recorder', recorder.name],
    ...victims.map((name): [string, string] => ['role_victim', name]),
    ...(commune ? [['role_commune', commune.name] as [string, string]] : []),
    ...(interpreter ? [['role_interpreter', interpreter.name] as [string, string]] : []),
    ...witnesses.map(({ name }): [string, string] => ['role_witness', name]),
  ];
  return (
    <div className="signers">
      {signers.map(([role, name], i) => (
        <div key={i}>
          <p className="role">{say(role)}</p>
          <p className="how">{say('sign_here')}</p>
          <p className="name">{say('written', { text: name })}</p>
        </div>
      ))}
    </div>
  );
}
