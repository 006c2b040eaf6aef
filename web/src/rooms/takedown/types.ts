import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

export type TakedownLine = Schemas['TakedownLine'];
export type TakedownFull = Schemas['TakedownFile'];
export type TakedownAct = Schemas['TakedownAct'];
export type LinkFull = Schemas['TakedownItem'];
/** One link that was asked for, as every table shows it; on the board with its request. */
export type LinkLine = Pick<LinkFull, keyof LinkFull & keyof Schemas['BoardItem']> & Partial<Schemas['BoardItem']>;
export type Ground = Schemas['Ground'];
export type Content = Schemas['RequestContent'];
export type Delivery = Schemas['Delivery'];
export type Blank = Schemas['Blank'];
export type Choices = Schemas['TakedownChoices'];
export type Preview = Schemas['TakedownPreview'];
