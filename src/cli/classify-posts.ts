import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { styleFaults, styleScorer, type StyleModel } from '../classify/style/style-model.js';
import { projectRoot } from '../core/config.js';
import { answerLines, answerPosts, type Answering } from './answer-posts.js';
import { readJson } from './match-rules.js';
import { placeToWrite } from './place-to-write.js';
import { idOf, textOf } from './rows.js';

/** The model that a file holds; `style` means config/style.model.json, where an office has laid one there. */
export function readStyle(named: string): StyleModel {
  const own = join(projectRoot, 'config', 'style.model.json');
  const file = named === 'style' && !existsSync(named) ? own : named;
  const model = readJson(file);
  const faults = styleFaults(model);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  return model as StyleModel;
}

/** Writes {post, label, score} for each post of a file. */
export async function classifyPosts(options: Answering & { model: string }) {
  placeToWrite(options.out, [options.posts, options.model]);
  const scorer = styleScorer(readStyle(options.model));
  const counts = await answerPosts(options, (batch) =>
    Promise.resolve(
      answerLines(batch, options.posts, (row, at, count) => {
        idOf(row, at);
        const { label, score } = scorer.says(textOf(row, 'text', at));
        count(`labelled ${label}`);
        return { post: row.id, label, score };
      }),
    ),
  );
  return { ...counts, model: scorer.id, out: options.out };
}
