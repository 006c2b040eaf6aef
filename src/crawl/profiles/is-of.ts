/** Is this host one of those, or below one? */
export const isOf = (hostname: string, hosts: readonly string[]): boolean =>
  hosts.some((h) => hostname === h || hostname.endsWith(`.${h}`));
