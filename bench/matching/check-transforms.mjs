// Checks the transforms: `node bench/matching/check-transforms.mjs`. Each changes a text that has what it needs, and does what its name says.
import { strict as assert } from 'node:assert';
import { seeded, transforms } from './transforms.mjs';

const SAMPLES = {
  vi: 'Bộ Y tế thừa nhận 12.000 học sinh ở TP.HCM và 12 nghìn người tại Thành phố Hồ Chí Minh bị ngộ độc, mười hai nghìn ca chết. Lý do: “nước lũ” chảy ngược, gia đình bác sĩ Hòa rất vui vẻ hôm nay nói không có gì lạ, vắc xin sẽ gửi trả bây giờ!',
  en: 'The Ministry of Health admits twelve thousand children and 12,000 doctors in HCMC were poisoned by the vaccine. “It’s free”, people say; 12 thousand hospitals in Hanoi will call tomorrow, then 12k more!',
};
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const BARE = ['', ' ', '…', '🔥', '12', 'a', 'Đ', 'ờ', '\n\n', '?!', '12.000', '#', 'https://tin.example/a?b=1'];

const EXACT = [
  ['diacritics-none', 'Tiêm chủng Đắk Lắk', 'Tiem chung Dak Lak'],
  ['diacritics-tones-lost', 'tiêm chủng được', 'tiêm chung đươc'],
  ['diacritics-qualities-lost', 'được tiền', 'duọc tièn'],
  ['diacritics-hoi-nga', 'sữa chảy', 'sửa chãy'],
  ['telex-raw', 'tiếm chủng Đường ƯU TIÊN', 'tieems chungr DDuwowngf UWU TIEEN'.replace('uwow', 'uow')],
  ['telex-raw-at-vowel', 'chủng bệnh', 'churng beejnh'],
  ['vni-raw', 'tiêm chủng thương Đà', 'tie6m chu3ng thuo7ng D9a2'],
  ['vni-raw-at-end', 'tiêm chủng', 'tiem6 chung3'],
  ['viqr', 'tiêm chủng đường', 'tie^m chu?ng ddu+o+`ng'],
  ['tone-placement', 'hòa thuỷ quý hoàn khoẻ', 'hoà thủy quý hoàn khỏe'],
  ['i-or-y', 'kỹ sĩ lý nghĩ tỷ yêu', 'kĩ sỹ lí nghĩ tỉ yêu'],
  ['onsets-l-n', 'Nước lũ nghe nhà LÀM', 'Lước nũ nghe nhà NÀM'],
  ['onsets-s-x', 'sữa xăng', 'xữa săng'],
  ['onsets-ch-tr', 'trường chợ', 'chường trợ'],
  ['ends-southern', 'tan mắt tên mít', 'tang mắc tên mít'],
  ['rhymes-southern', 'cứu máy rượu', 'cíu mái riệu'],
  ['rhymes-traded', 'tiêm chủng', 'tủng chiêm'],
  ['capitals-per-word', 'bệnh viện đóng', 'Bệnh Viện Đóng'],
  ['numbers-plain', '12.000 và 5 triệu', '12000 và 5000000'],
  ['numbers-short', '12.000 hay 1.500.000 ở đâu', '12k hay 1,5tr ở đâu'],
  ['numbers-in-digits', 'được 12 nghìn, 5k', 'được 12.000, 5.000'],
  ['numbers-in-digits', 'we saw 3 million', 'we saw 3,000,000'],
  ['numbers-in-words', 'có 12.000 và 1.205.021', 'có mười hai nghìn và một triệu hai trăm linh năm nghìn không trăm hai mươi mốt'],
  ['numbers-in-words', 'some 12,345 of them', 'some twelve thousand three hundred and forty-five of them'],
  ['numbers-in-words', 'ngày 12/5 lúc 7:30, tăng 2,5%', 'ngày 12/5 lúc 7:30, tăng 2,5%'],
  ['numbers-from-words', 'mười hai nghìn, ba năm không, một triệu hai trăm linh năm nghìn', '12.000, ba năm không, 1.205.000'],
  ['numbers-from-words', 'three hundred and forty-five, one man', '345, one man'],
  ['names-written-out', 'BV ở TP. Huế, một ca bệnh', 'bệnh viện ở thành phố Huế, một ca bệnh'],
  ['letters-dotted', 'chết tử', 'c.h.ế.t t.ử'],
  ['letters-spaced', 'ca tử', 'c a   t ử'],
  ['words-joined-in-pairs', 'một hai ba bốn năm', 'mộthai babốn năm'],
  ['hashtags-joined', 'Tiêm chủng, chết 12.000 người.', '#tiemchung #chet12000nguoi'],
  ['hashtags-camel', 'tiêm chủng chết', '#TiemChungChet'],
  ['hashtags-underscored', 'tiêm chủng', '#tiem_chung'],
  ['upside-down', 'tiêm', 'ɯǝᴉʇ'],
  ['circled', 'Độ 10', 'Ⓓⓞ ①⓪'],
  ['squared-black', 'ca', '🅲🅰'],
  ['fullwidth', 'ca 1', 'ｃａ　１'],
  ['leet-full', 'be', '83'],
  ['vowels-starred', 'chết tại', 'ch*t t**'],
  ['words-broken-once', 'chết', 'c.hết'],
  ['letters-swapped', 'chết', 'hcết'],
  ['letters-missing', 'vaccine', 'vccine'],
  ['vowels-left-out', 'vaccine', 'vccn'],
  ['teencode-light', 'không biết nói gì với mọi người', 'ko bit ns j vs mn'],
  ['teencode-heavy', 'giữ vắng quanh phố', 'jữ zắg wah fố'],
  ['text-speak', 'you are late because of people', 'ur late bc of ppl'],
  ['english-by-ear', 'Vaccine for doctors', 'Vaxine for docters'],
  ['words-veiled', 'chết vì vắc xin', 'ch.ết vì vx'],
  ['names-shortened', 'Bệnh viện ở thành phố Hồ Chí Minh', 'BV ở TP.HCM'],
  ['math-italic', 'the', '𝑡ℎ𝑒'],
  ['cyrillic-all', 'Hoc', 'Нос'],
  ['small-capitals', 'The', 'ᴛʜᴇ'],
  ['raised', 'tế', 'ᵗᵉ'],
  ['html-entities', 'à & b', '&agrave; &amp; b'],
  ['numbers-other-signs', 'có 12.000', 'có 12,000'],
  ['unicode-escapes', 'tế', 't\\u1ebf'],
  ['bytes-misread', 'tế đ', 'táº¿ Ä‘'],
];
const marks = (list) => new RegExp(`[${list}]`, 'gu');
const IGNORED = marks('\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Cc}');
const seen = (text) => text.replace(IGNORED, '').replace(/\s+/gu, ' ');
const folded = (text) => text.normalize('NFKC').toLowerCase();
const bare = (text) => folded(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const letters = (text) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
/** What must be the same before and after: what a reader still sees. */
const KEPT = [
  [/^(zero-width|word-joiners|invisible|soft|grapheme|variation|tag-|letter-fillers|format|control|direction|hidden)/, seen],
  [/^(odd-spaces|fullwidth|math-|decomposed)/, folded],
  [/^(circled$|squared$|parenthesised)/, (text) => letters(bare(text)) || text],
  [/^(capitals-)/, (text) => text.toLowerCase()],
  [/^(zalgo|struck|underlined|enclosed|diacritics-|tone-placement)/, bare],
  [
    /^(letters-(spaced|dotted|dashed|starred|underscored|slashed|many)|words-(broken|joined|dotted|piped)|spaces-lost|emoji-(between|for-spaces)|line|bullet|hashtag-per|hashtags-with|punctuation-none|quoted|in-quotation)/,
    (text) => letters(text.toLowerCase().replace(/[\u200d\ufe0f]/gu, '')),
  ],
  [/^percent-encoded/, (text) => (text.includes('%20') ? decodeURIComponent(text) : text)],
];
const HELD = [/^(signature|link|mentions-and|forwarded|plea|stranger|said)/];

function check({ name, why, langs, apply }) {
  assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  assert.ok(why.length > 5 && !why.includes('\n'), 'says in a line why');
  assert.ok(langs.length > 0 && langs.every((lang) => lang in SAMPLES));
  for (const text of [...BARE, ...Object.values(SAMPLES)]) {
    const out = apply(text, seeded(1));
    assert.equal(typeof out, 'string');
    assert.ok(out.isWellFormed(), `breaks a letter of ${JSON.stringify(text)}`);
  }
  for (const lang of langs) {
    const text = SAMPLES[lang];
    let draws = 0;
    const counted = (seed) => {
      const next = seeded(seed);
      return () => ((draws += 1), next());
    };
    const outs = SEEDS.map((seed) => apply(text, counted(seed)));
    for (const [at, out] of outs.entries()) {
      assert.notEqual(out, text, `leaves the text of ${lang} as it is`);
      assert.equal(apply(text, seeded(SEEDS[at])), out, 'gives another text for the same seed');
      for (const [names, view] of KEPT) if (names.test(name)) assert.equal(view(out), view(text));
      if (HELD.some((names) => names.test(name))) assert.ok(out.includes(text), 'loses the text');
    }
    if (draws > 0) assert.ok(new Set(outs).size > 1, 'draws, and gives one text for all seeds');
  }
}

const faults = [];
const tried = (name, act) => {
  try {
    act();
  } catch (fault) {
    faults.push(`${name}: ${fault.message}`);
  }
};
const byName = new Map(transforms.map((one) => [one.name, one]));
tried('names', () => assert.equal(byName.size, transforms.length));
for (const one of transforms) tried(one.name, () => check(one));
for (const [name, text, expected] of EXACT)
  tried(name, () =>
    assert.equal(
      byName.get(name).apply(text, () => 0),
      expected,
    ),
  );
console.log(`${transforms.length} transforms, ${EXACT.length} examples, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
