// Texts as long as the office takes them, with words that no line can break.
export const NAME = 'Nguyễn Phước Bảo Hoàng Thị Thanh Thùy Trang Công Tằng Tôn Nữ Diễm Quỳnh Vĩnh Khang';
const WORDS = [
  'nước',
  'nhiễm',
  'độc',
  'không',
  'được',
  'uống',
  'theo',
  'người',
  'quen',
  'kể',
  'lại',
  'hôm',
  'qua',
  'ở',
  'chợ',
  'đầu',
  'mối',
];

export const longWord = (letters) =>
  'khôngngắtdòng'
    .repeat(Math.ceil(letters / 13))
    .slice(0, letters)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
export const spread = (list, i) => list[i % list.length];

/** Exactly so many characters; one word of it is as long as a line. */
export function longText(letters, begin = 'Văn bản dài:') {
  let text = `${begin} ${longWord(Math.min(160, Math.floor(letters / 4)))}`;
  for (let i = letters % 7; text.length < letters; i++) text += ` ${spread(WORDS, i * 5)}`;
  return text.slice(0, letters - 1) + '.';
}
