/** What is offered of a list of which only the beginning is here: the one that was chosen is among it, however old it is. */
export const withChosen = <T extends { id: string }>(listed: readonly T[], chosen: T | null): T[] =>
  chosen && !listed.some((one) => one.id === chosen.id) ? [...listed, chosen] : [...listed];
