import { driving, HONEST, type StyleModel } from '../classify/style/style-model.js';

type Driving = ReturnType<typeof driving>;

/** Which words speak for which label, the strongest first. */
export function drivingInWords(drives: Driving): string {
  return Object.entries(drives)
    .map(([label, signs]) =>
      [`Speaks for ${label}:`, ...signs.map((s) => `  ${s.weight.toFixed(3).padStart(7)}  ${s.sign}  (in ${s.posts} posts)`)].join('\n'),
    )
    .join('\n');
}
export function modelInWords(model: StyleModel, most: number): string {
  const { card } = model;
  const figures = Object.entries(card.figures).map(([name, value]) => `${name}: ${value}`);
  return [`Trained on ${card.trained_on.join(', ')} by: ${card.command}`, ...figures, drivingInWords(driving(model, most)), HONEST].join(
    '\n',
  );
}
