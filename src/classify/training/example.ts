/** A post with the claims that came into question for it: the signals of each, and whether it is right. */
export interface Example {
  rows: Float64Array[];
  right: boolean[];
  /** right claims in all, found or not */
  of: number;
}
/** A linear model without a name: `weights` beside the signals. */
export interface Linear {
  base: number;
  weights: Float64Array;
}
export const valueOf = ({ base, weights }: Linear, row: Float64Array): number => row.reduce((sum, v, i) => sum + v * weights[i], base);
