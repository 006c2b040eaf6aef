import Sequencer from '@jest/test-sequencer';

/** What takes longest, longest first; the console waits for the office that the story fills. */
const LONG = [
  'journeys/story',
  'contracts/capture.',
  'journeys/kill',
  'contracts/backup.',
  'contracts/command-line',
  'contracts/capture-hostile',
  'journeys/console.',
  'journeys/backup',
  'journeys/penalty',
  'journeys/console-desks',
  'contracts/enforcement.',
  'contracts/documents',
  'contracts/penalties-refusals',
  'contracts/queue',
  'contracts/cases.',
  'journeys/start',
  'contracts/backup-large',
  'journeys/correction',
];
const place = ({ path }) => [...LONG.map((name) => path.includes(`/test/${name}`)), true].indexOf(true);

/** A run ends when its last suite does: so the long ones begin first, on a machine that never saw them too. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
