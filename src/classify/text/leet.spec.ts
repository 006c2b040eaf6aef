import { describe, expect, test } from '@jest/globals';
import { matching } from '../matching/matching-table.js';
import { asDrawn } from './drawn.js';
import { isMostlyLeet, withLetters } from './leet.js';
import { asMasks, masksIn } from './masks.js';
import { tokenise } from './tokens.js';
import { asWritten } from './written.js';

const rules = matching.text;
const words = (text: string, known: string) =>
  tokenise(text, rules, (w) => known.split(' ').includes(w))
    .tokens.map((t) => t.bare)
    .join(' ');

describe('letters that digits and signs stand for', () => {
  test('are tried where they begin and end as words do, without a letter among them, too', () => {
    expect([...withLetters('+#3', rules)]).toEqual(['the']);
    expect([...withLetters('1!n#', rules)]).toContain('linh');
    expect([...withLetters('1!n#', rules)].filter((word) => !rules.spelling.fits(word))).toEqual([]);
    expect([...withLetters('đường', rules)]).toEqual([]);
  });
  test('are read where they begin words, are words, stand apart or are letters of another alphabet to Unicode', () => {
    const known = 'the city of marlborough must open hospital house';
    expect(words('+#3 (!7¥ 0f M@r|8°r0µ6# mµ$+ °p3n', known)).toBe('the city of marlborough must open');
    expect(words('7 # €  # ° µ 5 €  0 f  M @ r | 8 ° r 0 µ 6 #  m µ $ +  ° p 3 n', known)).toBe('the house of marlborough must open');
  });
  test('may be all of a word where most words have some, and not where numbers stand among words', () => {
    expect([isMostlyLeet('41 747 đ1nh v1 đ13n 7h041', rules), isMostlyLeet('Giảm giá 50% còn 30k từ ngày 20', rules)]).toEqual([
      true,
      false,
    ]);
    expect(words('41 747 đ1nh v1 đ13n 7h041 nh4 m4n9', 'ai tat dinh vi dien thoai nha mang')).toContain('tat dinh vi dien thoai nha mang');
  });
  test('drawn of several signs leave the fewest signs over', () => {
    const read = (text: string) => asDrawn(asWritten(text), rules).text;
    expect([read('|\\/|/-\\|_|'), read('|_|_||\\|'), read("']['|-|e |\\/|()()|\\|"), read('a/b | c')]).toEqual([
      'mau',
      'lun',
      'the moon',
      'a/b | c',
    ]);
  });
  test('hide behind one sign that stands within many words, not behind one that parts all letters', () => {
    expect(asMasks(asWritten('th• v•ccine k•lls ch•ldren')).text).toBe('th• v*ccine k*lls ch*ldren');
    expect([masksIn('v.a.c.c.i.n.e k.i.l.l.s'), masksIn('a well-known e-mail of the city and its people')]).toEqual([[], []]);
    expect(words('v#ccines k#ll h#lf of ch#ldren', 'vaccines kill half children')).toBe('vac xin kill half of children');
  });
});
