// Times as people mean them: a wall clock in a zone, never a bare instant. Plain text, so that values compare and store as they are.

/** `YYYY-MM-DD`, proleptic Gregorian. */
export type DateText = string;

/** `YYYY-MM-DDTHH:MM:SS`, a wall clock without zone. */
export type WallTime = string;

/** An IANA zone id ('Asia/Taipei'), 'UTC', or 'floating' (RFC 5545 section 3.3.5, form 1: the reader's own zone). */
export type ZoneId = string;

/** A wall clock and the zone it is read in. */
export interface Moment {
  readonly local: WallTime;
  readonly zone: ZoneId;
}

/** When an event is. All-day events have dates, whatever the zone; `end` is exclusive in both forms (RFC 5545 section 3.6.1). */
export type When =
  | { readonly allDay: true; readonly start: DateText; readonly end: DateText }
  | { readonly allDay: false; readonly start: Moment; readonly end: Moment };
