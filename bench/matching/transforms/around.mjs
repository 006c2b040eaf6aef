// What stands around a text: signatures, links, quoting, strangers' paragraphs, and the marks of formats.
import { chunksOf, oneOf } from './tools.mjs';

const SIGNATURES = [
  '\n--\nGửi từ iPhone của tôi',
  '\n-- \nSent from my Galaxy',
  '\n\nCre: hội những người tỉnh táo',
  '\n(St)',
  '\nNguồn: sưu tầm',
  '\n\nTrân trọng,\nHùng – tổ 14',
  '\nvia a friend who works there',
];
const LINKS = [
  'https://bit.example/3xYq7',
  'http://tin-nong.example/2026/bai-4411.html?utm_source=fb&fbclid=IwAR0q',
  'm.example/p/8837261',
  'https://youtu.example/watch?v=aB3_x9',
  'www.phunu24.example',
  'https://t.example/nhomdancu/5512',
];
const TAGS = [
  '@Nguyễn Thị Hoa',
  '@minh_anh92',
  '@everyone',
  '@mẹ Bon',
  '#tinnong',
  '#canhbao',
  '#share',
  '#fyp',
  '#xuhuong',
  '#news',
  '#saigon',
  '#viral',
];
const FORWARDED = [
  'Chuyển tiếp từ Nhóm cư dân tòa B\n',
  'Fwd: Fwd: RE: ',
  'Forwarded many times\n\n',
  '[Được chia sẻ từ Zalo] ',
  'Tin nhắn từ chị gái em:\n',
];
const PLEAS = [
  'Chia sẻ gấp cho người thân!!! ',
  'MỌI NGƯỜI ƠI ĐỌC NGAY 🆘🆘 ',
  'Xin phép ad duyệt bài ạ. ',
  'PLEASE SHARE BEFORE THEY DELETE IT. ',
  '⚠️⚠️ URGENT ⚠️⚠️ ',
  'Nóng: ',
];
const STRANGERS = [
  'Nhà mình cuối tuần này dọn lại cái bếp, tháo hết tủ cũ ra mới thấy bên trong mục gần nửa. Ông xã bảo đóng tủ nhôm cho bền, mình thì thích gỗ vì ấm. Hai vợ chồng đi ba cửa hàng ở chợ Tân Bình, giá chênh nhau cả mấy triệu mà chất lượng nhìn không khác là bao. Cuối cùng chọn loại gỗ ghép, hẹn thợ sáng thứ bảy tới đo.',
  'Chiều nay đội bóng của con thắng ba không, cả nhà kéo nhau đi ăn bún chả. Thằng bé ghi một bàn mà kể đi kể lại từ sân về tới nhà. Mấy ông bố đứng ngoài hò hét khản cả tiếng, hôm sau đi làm ai cũng phải uống nước chanh mật ong.',
  'I have been trying to get my grandmother’s recipe for braised fish right for years. The trick, it turns out, is the coconut water and a clay pot that has never seen soap. My first three attempts tasted of burnt sugar, the fourth was eaten politely, and the fifth got a nod from my aunt, which is the highest honour in our family.',
  'The reading group meets again on the second Thursday, same café, upstairs. We will finish the last four chapters and choose the next book; bring suggestions that are shorter than this one. Parking behind the building is free after six, and the kitchen closes at nine, so order early.',
];
const joined = (list, sign = ' ') => list.filter(Boolean).join(sign);
const drawn = (list, random) => oneOf(list, random);
const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  à: '&agrave;',
  á: '&aacute;',
  è: '&egrave;',
  é: '&eacute;',
  ê: '&ecirc;',
  ì: '&igrave;',
  í: '&iacute;',
  ò: '&ograve;',
  ó: '&oacute;',
  ô: '&ocirc;',
  ù: '&ugrave;',
  ú: '&uacute;',
  ã: '&atilde;',
  õ: '&otilde;',
  â: '&acirc;',
  ý: '&yacute;',
};
const numeric = (sign, random) => (random() < 0.5 ? `&#${sign.codePointAt(0)};` : `&#x${sign.codePointAt(0).toString(16)};`);
const entities = (text, random) => Array.from(text, (sign) => ENTITIES[sign] ?? (sign > '~' ? numeric(sign, random) : sign)).join('');
const spelledOut = (text, random) => Array.from(text, (sign) => (/\s/.test(sign) ? sign : numeric(sign, random))).join('');
/** The bytes of UTF-8 read as Windows-1252, as Excel and old portals do. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const misread = (text) =>
  Array.from(new TextEncoder().encode(text), (byte) => (byte >> 5 === 4 ? UPPER[byte - 0x80] : String.fromCharCode(byte))).join('');
const escaped = (text) =>
  Array.from({ length: text.length }, (_, at) =>
    text[at] > '~' ? `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}` : text[at],
  ).join('');
const lined = (text, width) =>
  chunksOf(text).reduce(
    (lines, word) => (lines.at(-1).length + word.length < width ? [...lines.slice(0, -1), joined([lines.at(-1), word])] : [...lines, word]),
    [''],
  );
const quoted = (text, random) => {
  const depth = oneOf(['> ', '>> ', '| ', '>'], random);
  return lined(text, 48)
    .map((line) => depth + line)
    .join('\n');
};
const tagsIn = (text, random) =>
  chunksOf(text)
    .map((word) =>
      random() < 0.4 ? oneOf([`<b>${word}</b>`, `${word}<br>`, `<span style="color:red">${word}</span>`, `${word}&nbsp;`], random) : word,
    )
    .join(' ');
const markdown = (text, random) =>
  `**${chunksOf(text)
    .map((word) => (random() < 0.25 ? oneOf([`*${word}*`, `__${word}__`, `\`${word}\``, `~~${word}~~`], random) : word))
    .join(' ')}**`;
const scattered = (text, random) =>
  chunksOf(text)
    .map((word) => (random() < 0.2 ? `${word} ${drawn([...TAGS, ...LINKS], random)}` : word))
    .join(' ');

export const around = [
  { name: 'signature-after', why: 'the line of a phone, a group or a sender', apply: (text, random) => text + drawn(SIGNATURES, random) },
  { name: 'link-after', why: 'a link with its tracking', apply: (text, random) => joined([text, drawn(LINKS, random)]) },
  {
    name: 'mentions-and-hashtags',
    why: 'people called and topics ridden on, before and after',
    apply: (text, random) => joined([drawn(TAGS, random), text, drawn(TAGS, random), drawn(TAGS, random), drawn(TAGS, random)]),
  },
  {
    name: 'mentions-inside',
    why: 'links and names dropped into the sentence',
    apply: (text, random) => joined([scattered(text, random), drawn(TAGS, random)]),
  },
  { name: 'forwarded', why: 'the heads that forwarding leaves', apply: (text, random) => drawn(FORWARDED, random) + text },
  { name: 'plea-before', why: 'the cry to share', apply: (text, random) => drawn(PLEAS, random) + text },
  {
    name: 'stranger-before',
    why: 'a long paragraph about something else first',
    apply: (text, random) => joined([drawn(STRANGERS, random), text], '\n\n'),
  },
  {
    name: 'stranger-after',
    why: 'a long paragraph about something else behind',
    apply: (text, random) => joined([text, drawn(STRANGERS, random)], '\n\n'),
  },
  {
    name: 'strangers-around',
    why: 'buried in the middle of two others, in one paragraph',
    apply: (text, random) => joined([drawn(STRANGERS, random), text, drawn(STRANGERS, random)]),
  },
  { name: 'said-twice', why: 'copied twice by a slip of the finger', apply: (text) => joined([text, text], '\n') },
  { name: 'quoted', why: 'lines of a mail or forum, quoted', apply: quoted },
  {
    name: 'in-quotation-marks',
    why: 'a quotation in the marks of the country',
    apply: (text, random) => {
      const [open, close] = oneOf(['“”', '«»', '""', '„“', '「」'], random);
      return open + text + close;
    },
  },
  { name: 'html-tags', why: 'marks of a page left in', apply: (text, random) => `<p>${tagsIn(text, random)}</p>` },
  { name: 'html-entities', why: 'letters beyond ASCII as entities', apply: entities },
  { name: 'html-entities-all', why: 'each letter as a number', apply: spelledOut },
  { name: 'markdown', why: 'stars and low lines of chats', apply: markdown },
  { name: 'percent-encoded', why: 'the text of a share link', apply: (text) => encodeURIComponent(text) },
  { name: 'unicode-escapes', why: 'copied from JSON', apply: escaped },
  { name: 'bytes-misread', why: 'UTF-8 shown as Windows-1252', apply: misread },
];
