import { readTable, type Fault } from '../../core/table.js';

/** A kind of visitor: the device that a page is told of, its language and its place in time. */
export interface VisitorProfile {
  viewport: { width: number; height: number };
  pixel_ratio: number;
  touch: boolean;
  mobile: boolean;
  locale: string;
  /** the header Accept-Language */
  languages: string;
  time_zone: string;
  /** left out: the browser's own */
  user_agent?: string;
  /** what scripts read as the machine; left out: the browser's own */
  machine?: string;
  /** client hints beside the name and the version of the browser itself */
  hints: { platform: string; platform_version: string; architecture: string; bitness: string; model: string };
}
export interface VisitorTable {
  default: string;
  visitors: Record<string, VisitorProfile>;
}

const NAME = /^[a-z0-9-]{2,40}$/;
/** a picture of the page is at most so many pixels high, of its own and of the browser's */
const MOST_RATIO = 2;

export function visitorFaults({ default: first, visitors }: VisitorTable): Fault[] {
  const of = ([name, v]: [string, VisitorProfile]): Fault[] => {
    const says = (wrong: boolean, at: string, words: string): Fault[] => (wrong ? [{ path: ['visitors', name, at], says: words }] : []);
    const { viewport, pixel_ratio: ratio, touch, mobile, hints } = v;
    return [
      ...(NAME.test(name) ? [] : [{ path: ['visitors', name], says: `${name} is no name: 2 to 40 small letters, digits or hyphens` }]),
      ...says(!(viewport?.width > 0 && viewport.height > 0), 'viewport', 'viewport needs a width and a height'),
      ...says(!(ratio > 0 && ratio <= MOST_RATIO), 'pixel_ratio', `pixel_ratio must be a number up to ${MOST_RATIO}`),
      ...says(typeof touch !== 'boolean' || typeof mobile !== 'boolean', 'touch', 'touch and mobile must be true or false'),
      ...says(!v.locale || !v.languages || !v.time_zone, 'locale', 'locale, languages and time_zone are needed'),
      ...says(!hints?.platform, 'hints', 'hints need at least a platform'),
    ];
  };
  return [
    ...(visitors?.[first] ? [] : [{ path: ['default'], says: `default must be one of the visitors, and ${first} is none` }]),
    ...Object.entries(visitors ?? {}).flatMap(of),
  ];
}

/** `config/visitors.yaml`, checked. */
export const visitorTable = readTable<VisitorTable>('visitors.yaml', visitorFaults);
export const visitorNamed = (name: string): VisitorProfile | undefined =>
  Object.hasOwn(visitorTable.visitors, name) ? visitorTable.visitors[name] : undefined;
export const ordinaryVisitor = visitorTable.visitors[visitorTable.default];
