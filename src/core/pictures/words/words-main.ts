import type { Asked } from '../apart-process.js';
import { openEngine, type Grey } from './engine.js';

/** The process of the engine that reads words: it is given points of pictures, never what strangers wrote to a file, and knows nothing else of ours. */
export interface ReadTask {
  language: string;
  picture: Grey;
}
let engine: ReturnType<typeof openEngine> | undefined;
process.once('disconnect', () => process.exit(0));
process.on('message', ({ id, task: { language, picture } }: Asked<ReadTask>) => {
  engine ??= openEngine(language);
  void engine.then((read) => process.send?.({ id, found: read(picture) })).catch(() => process.exit(1));
});
