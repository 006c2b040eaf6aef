import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { LogLine, Me } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { dong } from '../penalties/money.js';
import { Entry } from './entry.js';
import './log.css';

const ROOMS: Record<string, [right: string, path: (id: string) => string]> = {
  takedown: ['takedown.read', (id) => `/takedowns/${id}`],
  case: ['case.read', (id) => `/cases/${id}`],
  claim: ['claim.read', (id) => `/claims?id=${id}`],
  correction: ['correction.read', (id) => `/corrections/${id}`],
  triage: ['triage.read', (id) => `/triage/${id}`],
};
/** Which word the value of a public field is; the others are read with the data of the entry. */
const WORDS: Record<string, string> = {
  judgement: 'judgement',
  platform: 'platform',
  outcome: 'outcome',
  observation: 'observation',
  reply: 'item',
  to: 'case',
  channel: 'channel',
  way: 'way',
  strength: 'strength',
  reason: 'capturereason',
  topic: 'topic',
  subject: 'subject',
  end: 'penaltyend',
};

/** Events in plain words, each with who, when, its place in the chain, and the record that it is about. */
export function LogTable({ lines, only }: { lines: LogLine[]; only: (subject: string) => void }) {
  const { t } = useText();
  const me = useMe().data!;
  const [open, show] = useState<string | null>(lines.length === 1 ? lines[0].id : null);
  return (
    <table className="list">
      <thead>
        <tr>
          <th className="tight">{t('log.seq')}</th>
          <th className="tight">{t('log.when')}</th>
          <th style={{ width: '30%' }}>{t('log.what')}</th>
          <th style={{ width: '35%' }}>{t('log.record')}</th>
          <th className="tight">{t('log.who')}</th>
          <th className="tight" aria-label={t('log.bytes')} />
        </tr>
      </thead>
      <tbody>
        {lines.map((e) => (
          <Fragment key={e.id}>
            <tr>
              <td className="tight">{e.seq ?? <span className="soft small">{t('log.unsealed')}</span>}</td>
              <td className="tight small">
                <Moment at={e.recordedAt} clock="true" only="exact" />
              </td>
              <td>
                <What line={e} />
              </td>
              <td className={e.record ? 'small' : 'small nothing'}>
                <Record line={e} me={me} />
              </td>
              <td className="tight">
                <span className={e.actorName ? 'person' : 'soft'}>{e.actorName ?? t('desk.house')}</span>
              </td>
              <td className="tight small">
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-expanded={open === e.id}
                  aria-label={`${t('log.bytes')} ${e.seq ?? ''}`}
                  onClick={() => show(open === e.id ? null : e.id)}
                >
                  {t('log.bytes')}
                </Button>
              </td>
            </tr>
            {open === e.id && (
              <tr className="entry">
                <td colSpan={6}>
                  <Entry id={e.id} only={only} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function What({ line }: { line: LogLine }) {
  const { word, language } = useText();
  const { amount } = line.public;
  const said = Object.entries(line.public).flatMap(([key, value]) =>
    WORDS[key] && typeof value === 'string' && value !== 'none' ? [word(WORDS[key], value)] : [],
  );
  if (typeof amount === 'number') said.push(dong(amount, language));
  if (typeof line.office?.role === 'string') said.push(word('role', line.office.role));
  return (
    <>
      <span>{word('event', line.type)}</span>
      {said.length > 0 && <span className="soft small"> · {said.join(', ')}</span>}
    </>
  );
}

function Record({ line, me }: { line: LogLine; me: Me }) {
  const { t, maybe } = useText();
  const { record } = line;
  if (!record) return <span className="soft">–</span>;
  const room = ROOMS[record.kind];
  const label = record.label ?? t('log.nolabel');
  return (
    <span className="two">
      <span className="soft">{maybe(`log.of.${record.kind}`)}</span>{' '}
      {room && may(me, room[0]) ? (
        <Link className="plain" to={room[1](record.id)}>
          {label}
        </Link>
      ) : (
        label
      )}
    </span>
  );
}
