/** SQL: the capture `c` shows a post, and not a source of a claim, of which nothing is matched or judged. */
export const OF_A_POST = `c.reason <> 'source'`;
