interface Happened {
  type: string;
  subject: string | null;
  office: Record<string, unknown> | null;
}
interface LeftOut {
  events: string[];
  facts: string[];
}

/** What happened, without what tells who reported: whole kinds of events, whatever names one of these records, and single facts of the rest. */
export async function* eventsWithout<T extends Happened>(
  events: AsyncIterable<T>,
  { events: kinds, facts }: LeftOut,
  records: ReadonlySet<string>,
): AsyncGenerator<T> {
  for await (const event of events) {
    const told = Object.entries(event.office ?? {}).filter(([fact]) => !facts.includes(fact));
    const named = [event.subject, ...told.map(([, value]) => value)];
    if (kinds.includes(event.type.split('.')[0]) || named.some((value) => typeof value === 'string' && records.has(value))) continue;
    yield { ...event, office: event.office && Object.fromEntries(told) };
  }
}
