import { describe, expect, test } from '@jest/globals';
import { matching } from '../../matching/matching-table.js';
import { stanceScorer } from '../../matching/stance/stance-model.js';
import { labelOf } from '../../matching/stance/stance-of.js';
import { crossJudge, figuresOf } from './judge-stance.js';
import { softmaxModel } from './softmax.js';
import { exampleMaker, type Pair } from './stance-example.js';
import { plainCases, variantsOf } from './variants.js';

const claims = [
  'Cầu Bến Lá sắp sập',
  'Chợ Gò Đa bán rau tẩm thuốc',
  'Trường Hạ Long Vân đóng cửa',
  'Bò làng Mận nhiễm độc',
  'Hồ Sen Trắng cạn nước',
  'Thuốc Hoàng Mai gây mù',
];
const pair = (claim: string, post: string, stance: Pair['stance']): Pair => ({ lang: 'vi', claim, post, author: null, stance });
const pairs = claims.flatMap((c) => [
  pair(c, `${c}, chia sẻ gấp cho mọi người`, 'spread'),
  pair(c, `Bác bỏ tin ${c}, hoàn toàn sai sự thật`, 'denial'),
  pair(c, `${c} có thật không ạ?`, 'question'),
  pair(c, `Hội hoa xuân năm nay đông vui, ghé ${c.split(' ').slice(0, 3).join(' ')} chụp ảnh`, 'unrelated'),
]);
const seen = exampleMaker(matching);
const learning = { rounds: 40, penalty: 0.003, claims: 2, least: 0.02 };

describe('training of stances', () => {
  test('learns from pairs what holds for a claim that it has not seen', () => {
    const { scores } = stanceScorer({
      ...softmaxModel(pairs.map(seen), learning),
      card: { trained_on: [], command: '', seed: 1, figures: {} },
    });
    const said = (post: string) => labelOf(scores(seen(pair('Đường Cây Gạo sụt lún', post, 'spread')).signs!));
    expect(said('Bác bỏ tin Đường Cây Gạo sụt lún')).toBe('denial');
    expect(said('Đường Cây Gạo sụt lún có thật không?')).toBe('question');
    expect(said('Đường Cây Gạo sụt lún, chia sẻ gấp')).toBe('spread');
  });
  test('gives the same model and the same folds for the same seed', () => {
    const examples = { pairs: pairs.map(seen), more: [] };
    const judge = { folds: 3, learning, thresholds: matching.stance.words.thresholds };
    expect(JSON.stringify(softmaxModel(pairs.map(seen), learning))).toBe(JSON.stringify(softmaxModel(examples.pairs, learning)));
    expect(crossJudge(examples, { ...judge, seed: 1 })).toEqual(crossJudge(examples, { ...judge, seed: 1 }));
    expect(crossJudge(examples, { ...judge, seed: 1 })[0]).not.toEqual(crossJudge(examples, { ...judge, seed: 3 })[0]);
  });
  test('never judges a claim by what was said of it', () => {
    const riddle = claims.slice(0, 2).flatMap((c, i) => [pair(c, `${c} xyz`, i ? 'spread' : 'denial')]);
    const judged = crossJudge(
      { pairs: riddle.map(seen), more: [] },
      { folds: 2, seed: 1, learning: { ...learning, claims: 1 }, thresholds: matching.stance.words.thresholds },
    );
    expect(judged.flat().filter((j) => j.said === j.right)).toEqual([]);
  });
  test('counts a missing label as wrong, and denials that were flagged', () => {
    const scores = { spread: 1, denial: 0, question: 0, unrelated: 0 };
    const of = (right: Pair['stance'], said: Pair['stance'] | null) => ({ right, said, lang: 'vi', scores });
    const figures = figuresOf([[of('spread', 'spread'), of('denial', 'spread'), of('question', null), of('unrelated', 'unrelated')]]);
    expect(figures).toMatchObject({ 'no label': 0.25, 'denials taken for spread': 1, 'recall of spread': 1 });
    expect(figures['macro-F1, cross-validated']).toBeCloseTo((2 / 3 + 1) / 4);
  });
  test('teaches the same post without marks and inside other talk', () => {
    const [bare, inside] = variantsOf([pair(claims[0], 'Cầu Đỏ sập', 'spread')], [{ lang: 'vi', text: 'Chào cả nhà.' }]);
    expect([bare.post, inside.post]).toEqual(['cau do sap', 'Chào cả nhà. Cầu Đỏ sập Chào cả nhà.']);
    expect(plainCases(pairs.slice(0, 1), [{ lang: 'vi', stance: 'denial', frame: 'Tin giả: {claim}' }])).toMatchObject([
      { post: claims[0], stance: 'spread' },
      { post: `Tin giả: ${claims[0].replace('Cầu', 'cầu')}`, stance: 'denial' },
    ]);
  });
  test('says claims in all frames in turn, and every fifth time without marks', () => {
    const frames = ['{claim} là bịa', '“{claim}” – bịa', 'Bịa: {claim}', 'Tin {claim} là bịa', 'Ai bảo {claim}?'].map((frame) => ({
      lang: 'vi' as const,
      stance: 'denial' as const,
      frame,
    }));
    const posts = plainCases(pairs, frames)
      .filter((p) => p.stance === 'denial')
      .map((p) => p.post);
    expect(posts).toHaveLength(claims.length * 3);
    expect(posts.slice(0, 5)).toEqual([
      'Cầu Bến Lá sắp sập là bịa',
      '“cầu Bến Lá sắp sập” – bịa',
      'Bịa: cầu Bến Lá sắp sập',
      'Tin chợ Gò Đa bán rau tẩm thuốc là bịa',
      'Ai bảo chợ Gò Đa bán rau tẩm thuốc?',
    ]);
    expect(posts.filter((post) => /^[a-z :]+$/.test(post))).not.toHaveLength(0);
  });
});
