export const round = (n, digits = 2) => Number(n.toFixed(digits));
/** the value under which this share of a list lies */
export const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
