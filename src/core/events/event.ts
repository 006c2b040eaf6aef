/**
 * What happened, as facts that never change. Rooms add their own types:
 * `declare module '../core/events/event.js' { interface Events { 'report.received': { v: 1; public: {…}; office: {…} } } }`
 * `public` holds only what the register may show of a single act; ids of people, addresses and free text never stand in either part.
 */
export interface Events {}
export type EventType = keyof Events & string;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
interface Shape {
  v: number;
  public: object;
  office: object;
}
type Of<T extends EventType> = Events[T] extends Shape ? Events[T] : never;

/** What a use-case hands to the log. */
export interface NewEvent<T extends EventType = EventType> {
  type: T;
  v: Of<T>['v'];
  public: Of<T>['public'];
  office: Of<T>['office'];
  /** the staff member who acts; null: a citizen or the house itself */
  actor?: string | null;
  /** id of the record it is about */
  subject?: string | null;
}
/** What a handler gets back from it. */
export interface Recorded<T extends EventType = EventType> {
  id: string;
  type: T;
  v: number;
  recordedAt: Date;
  officeAt: Date;
  public: Of<T>['public'];
  office: Of<T>['office'];
  actor: string | null;
  subject: string | null;
}
