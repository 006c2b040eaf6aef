import { expect, test } from '@jest/globals';
import { listeningOf } from '../../core/events/on.js';
import { FingerprintCapture } from './fingerprint-capture.handler.js';
import { FingerprintSubmission } from './fingerprint-submission.handler.js';

test('nothing inside the house waits for the opening of pictures', () => {
  expect([FingerprintCapture, FingerprintSubmission].map((handler) => listeningOf(handler)?.lane)).toEqual(['picture', 'picture']);
});
