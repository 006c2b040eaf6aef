import type { ReactNode } from 'react';
import { Bases, Foot, Head, Title } from '../../core/documents/layout.page.js';
import type { Phrases } from '../../core/documents/phrase.js';
import { dayInDigits, dayInWords, momentInWords, twoDigits } from '../../core/documents/spell-out.js';
import type { Act, AnnulmentDocument, DecisionDocument, Heading, RemedyDocument, Subject } from './models.js';

/** What a page is written with: the texts of its form, how law and decree are cited on its day, the clock of the office. */
export interface Pen {
  say: Phrases;
  law: string;
  decree: string;
  timeZone: string;
}
type Decision = DecisionDocument | RemedyDocument | AnnulmentDocument;

export const kindOf = (subject: Subject): 'individual' | 'organisation' => (subject.organisation ? 'organisation' : 'individual');
export const momentOf = (at: string, { timeZone }: Pen): string => momentInWords(new Date(at), timeZone);

export function DocumentHead({ heading, pen: { say } }: { heading: Heading & { place?: string; day?: string }; pen: Pen }) {
  const { superior, agency, number, place, day } = heading;
  return (
    <Head
      superior={superior && say('written', { text: superior })}
      agency={say('written', { text: agency })}
      number={say('number', { number })}
      nation={say('nation')}
      motto={say('motto')}
      place={day && say('place_day', { place, day: dayInWords(day) })}
    />
  );
}

/** How every decision begins: whose it is, and what it rests on beside law and procedure. */
export function DecisionHead({ model, bases, children, pen }: { model: Decision; bases: ReactNode[]; children?: ReactNode; pen: Pen }) {
  const { say, law, decree } = pen;
  const { heading, issuer, delegation } = model;
  return (
    <>
      <DocumentHead heading={heading} pen={pen} />
      <Title name={say('name')} subject={say('about')} />
      <p className="issuer">{say('written', { text: issuer })}</p>
      <Bases
        lines={[
          say('base_law', { law }),
          say('base_procedure', { decree }),
          ...bases,
          ...(delegation ? [say('base_delegation', { number: delegation.number, day: dayInWords(delegation.day) })] : []),
        ]}
      />
      {children}
      <p className="decides">{say('decides')}</p>
    </>
  );
}

/** Who it is about, as the forms list it. */
export function SubjectLines({ subject: { person, organisation }, pen: { say } }: { subject: Subject; pen: Pen }) {
  const lines: ReactNode[] = [];
  if (person) {
    const { id } = person;
    lines.push(
      say('person_name', { name: person.name, sex: person.sex }),
      say('person_born', { born: dayInDigits(person.born), nationality: person.nationality }),
      say('person_occupation', { occupation: person.occupation }),
      say('person_residence', { residence: person.residence }),
      id.issued_on && id.issued_by
        ? say('person_id', { kind: id.kind, number: id.number, issued_on: dayInDigits(id.issued_on), issued_by: id.issued_by })
        : say('person_id_number', { kind: id.kind, number: id.number }),
    );
  }
  if (organisation) {
    const { licence, head } = organisation;
    lines.push(
      say('organisation_name', { name: organisation.name }),
      say('organisation_address', { address: organisation.address }),
      say('organisation_code', { code: organisation.code }),
      say('organisation_licence', { number: licence.number, issued_on: dayInDigits(licence.issued_on), issued_by: licence.issued_by }),
      say('organisation_head', { name: head.name, sex: head.sex, title: head.title }),
    );
  }
  return <Lines of={lines} />;
}

export const Lines = ({ of }: { of: ReactNode[] }) => of.map((line, i) => <p key={i}>{line}</p>);

/** Acts and the provisions that they break, each by its number where there are several. */
export function ActLines({ acts, pen: { say } }: { acts: Act[]; pen: Pen }) {
  const [only, ...more] = acts;
  if (more.length === 0)
    return <Lines of={[say('did', { description: only.description }), say('sealed'), say('ruled', { provision: only.provision })]} />;
  return (
    <Lines
      of={[
        say('did_several'),
        ...acts.map(({ description }, i) => say('did_one', { n: twoDigits(i + 1), description })),
        say('sealed'),
        say('ruled_several'),
        ...acts.map(({ provision }, i) => say('ruled_one', { n: twoDigits(i + 1), provision })),
      ]}
    />
  );
}

/** "Điều 2. …" */
export const Article = ({ n, children, pen: { say } }: { n: number; children: ReactNode; pen: Pen }) => (
  <p>
    <b>{say('article', { n })}</b>
    {children}
  </p>
);

/** To whom the decision is handed over. */
export function handOver({ subject }: Decision, { say }: Pen): ReactNode {
  const name = subject.organisation ? subject.organisation.head.name : subject.person!.name;
  return say('hand_over', { called: say('individual_called'), name, standing: say(`hand_over_${kindOf(subject)}`) });
}

/** Sends to those who carry it out and those who should know, numbered on. */
export const sentTo = ({ executor, informed = [] }: Decision, from: number, { say }: Pen): ReactNode[] => [
  say('for_execution', { n: from, who: executor }),
  ...informed.map((who, i) => say('for_information', { n: from + 1 + i, who })),
];

export function Signature({ model: { signer }, pen: { say } }: { model: Decision; pen: Pen }) {
  return (
    <Foot
      label={say('recipients')}
      recipients={[say('as_article', { n: 3 }), say('kept')]}
      instead={signer.instead && say('written', { text: signer.instead })}
      title={say('written', { text: signer.title })}
      name={say('written', { text: signer.name })}
    />
  );
}

/** Filled in when it is handed over; by hand where it is handed over on paper. */
export function ServedLine({ served, subject, pen }: { served?: { at: string; to: string }; subject: Subject; pen: Pen }) {
  const { say } = pen;
  const whom = served ? served.to : say(kindOf(subject));
  return (
    <div className="served">
      <p>{served ? say('served', { whom, at: momentOf(served.at, pen) }) : say('served_blank', { whom })}</p>
      <div className="sides">
        <div />
        <div className="signature">
          <p className="role">{say('receiver')}</p>
          <p className="how">{say('sign_here')}</p>
        </div>
      </div>
    </div>
  );
}
