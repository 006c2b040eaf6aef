/** Somebody invented, in every spelling in which people write such things. */
export interface Invented {
  n: number;
  name: string;
  phone: string;
  email: string;
  handle: string;
  card: string;
  address: string;
}
const SURNAMES = 'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const MIDDLES = 'Thị Văn Hữu Ngọc Đức Quỳnh Kiều Bảo Ánh Khắc Thúy Gia'.split(' ');
const GIVEN = 'Ướt Ẩn Ỷ Khuyến Nghĩa Thượng Đượm Quyên Khoái Ngoạn Luyến Phượng Huỳnh Toản Duệ Nhượng Khuê Thuần Vượng Yến'.split(' ');
const STREETS = 'Ngõ Huyện Hàng Chiếu Cầu Gỗ Đường Láng Tạ Hiện Lò Đúc Phố Huế Nguyễn Khuyến'.split(' ');

/** A generator of numbers that a seed repeats. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}
export function invent(count: number, seed: number): Invented[] {
  const next = numbers(seed);
  const of = (words: string[]): string => words[(next() >>> 8) % words.length];
  const digits = (n: number): string => Array.from({ length: n }, () => String((next() >>> 9) % 10)).join('');
  return Array.from({ length: count }, (_, n) => {
    const name = [of(SURNAMES), of(MIDDLES), of(GIVEN), of(GIVEN), of(GIVEN)].join(' ');
    const handle = `${bare(name).slice(0, 9)}${digits(6)}`;
    return {
      ...{
        n,
        name: n % 2 ? name : name.normalize('NFD'),
        phone: `09${digits(8)}`,
        email: `${handle}@thu.example`,
        handle: `nguoi.${handle}`,
      },
      ...{ card: `0${digits(11)}`, address: `số ${digits(4)} ${of(STREETS)} ${of(STREETS)} ${of(GIVEN)} ${of(GIVEN)}` },
    };
  });
}

/** All that is known of somebody, as it might stand in a sentence. */
export const about = (p: Invented): string =>
  `Ông ${p.name} (${bareWords(p.name)}), ${spelt(p)}, ${p.email}, @${p.handle}, CCCD ${p.card}, ở ${p.address}`;
const spelt = ({ n, phone }: Invented): string =>
  [
    phone,
    `+84 ${phone.slice(1, 4)} ${phone.slice(4)}`,
    `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`,
    `84${phone.slice(1)}`,
  ][n % 4];
const bareWords = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd');

/** A text without case, marks, spaces and signs. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]/g, '');
