import { lazy, type ComponentType } from 'react';
import { loadDesks } from '../text/texts.js';

/** What opens with the texts of the desks, when it is first shown. */
export const desk = <Props>(open: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(async () => (await Promise.all([open(), loadDesks()]))[0]);
