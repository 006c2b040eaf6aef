import { InvalidArgumentError } from 'commander';

/** A whole number between two others, both allowed. */
export const whole =
  (low: number, high: number) =>
  (value: string): number => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < low || n > high) throw new InvalidArgumentError(`a whole number from ${low} to ${high} is needed`);
    return n;
  };
