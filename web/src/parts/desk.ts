import { lazy, type ComponentType } from 'react';
import { loadDesks, loadRegistry } from '../text/texts.js';

type Open<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** What opens with the texts of the desks, when it is first shown. */
export const desk = <Props>(open: Open<Props>) => lazy(async () => (await Promise.all([open(), loadDesks()]))[0]);
/** What opens with the texts of the pages that few open as well. */
export const registryDesk = <Props>(open: Open<Props>) => lazy(async () => (await Promise.all([open(), loadDesks(), loadRegistry()]))[0]);
