import { beforeAll, describe, expect, test } from '@jest/globals';
import { getMetadataStorage, validateSync } from 'class-validator';
import { judgementFault } from '../../src/classify/judgement.js';
import { checkedReason } from '../../src/core/identity/personal-data.js';
import { said } from '../../src/core/text/visible.js';

/** Letters of Hangul and a pattern of Braille that are drawn as nothing: no white space, and nothing that anybody could read. */
const UNSEEN = ['\u3164', '\u115f', '\uffa0', '\u2800', '\u200b', '\u{e0041}'];
/** Secrets are no words; what makes a good one is asked elsewhere. */
const SECRETS = ['password'];
interface Check {
  target: new () => object;
  propertyName: string;
  name?: string;
  constraints?: unknown[];
}

/** Whatever a person must say is something that another can read. */
describe('words that somebody must give', () => {
  let all: Check[];
  beforeAll(async () => {
    await import('../../src/app.module.js');
    const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Check[]> };
    all = [...validationMetadatas.values()].flat();
  });
  /** Texts that may not be empty, but those of which a pattern tells each letter, and those with a check of their own. */
  const mustSay = (): Check[] =>
    all.filter(({ target, propertyName, name, constraints }) => {
      if (SECRETS.includes(propertyName) || target.name === 'OwnPasswordDto') return false;
      const others = all.filter((c) => c.target === target && c.propertyName === propertyName).map((c) => c.name);
      return (
        name === 'isLength' &&
        Number(constraints?.[0]) >= 1 &&
        !['matches', 'isUrl', 'isEmail'].some((n) => others.includes(n) && !others.includes('says'))
      );
    });

  test('are checked for it by every form', () => {
    const asked = mustSay();
    expect(asked.length).toBeGreaterThan(30);
    const accepting = asked.flatMap(({ target, propertyName, constraints }) =>
      UNSEEN.filter((letter) => {
        const form = Object.assign(new target(), { [propertyName]: letter.repeat(Math.max(10, Number(constraints?.[0]))) });
        return !validateSync(form).some((e) => e.property === propertyName);
      }).map((letter) => `${target.name}.${propertyName} takes U+${letter.codePointAt(0)!.toString(16)}`),
    );
    expect(accepting).toEqual([]);
  });
  test('are none where only unseen letters stand, also where they may be left out', () => {
    for (const letter of UNSEEN) {
      const nothing = letter.repeat(12);
      expect(said(nothing)).toBeNull();
      expect(judgementFault({ judgement: 'satire', reason: nothing } as never, true)).toBe('reason-needed');
      expect(() => checkedReason(nothing)).toThrow('invalid');
    }
    expect(said(' vì sao ')).toBe('vì sao');
  });
});
