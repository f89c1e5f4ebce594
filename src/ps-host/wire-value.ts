// Values as they go between engine and host, and how they are spelled on the wire.
//
// Text and dates are told apart by a first character, for ConvertFrom-Json of PowerShell 6+ turns texts that look like dates into dates
// and 5.1 leaves dates as text (reference: PowerShell 5.1 against 7): '=text', '@2026-11-22T09:00:00' (no zone: COM dates have none).

/** A date as COM gives and takes it (VT_DATE): a wall clock of the machine's zone, or of the member's own. */
export interface WireDate {
  /** `YYYY-MM-DDTHH:MM:SS` */
  readonly date: string;
}

export type WireValue = null | boolean | number | string | WireDate | readonly WireValue[] | { readonly [key: string]: WireValue | undefined };

export const wireDate = (date: string): WireDate => ({ date });
export const isWireDate = (value: unknown): value is WireDate =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && typeof (value as WireDate).date === 'string';

/**
 * Values to the wire's spelling, recursively: texts get '=', dates '@'. Lone surrogates become U+FFFD in both directions:
 * UTF-8 cannot hold them, and neither can what is stored on the server.
 */
export function toWire(value: WireValue | undefined): unknown {
  if (typeof value === 'string') return `=${value.toWellFormed()}`;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly WireValue[]).map(toWire);
  if (isWireDate(value)) return `@${value.date}`;
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).map(([key, v]) => [key, toWire(v as WireValue)]));
}

/**
 * '%<name>' is a file of the ipc folder, which `take` gives as base64 and removes.
 * @throws Error on a text without its first character: the host spelled a value wrongly, which is a bug.
 */
export function fromWire(value: unknown, take: (file: string) => string): WireValue {
  if (typeof value === 'string') {
    if (value.startsWith('=')) return value.slice(1);
    if (value.startsWith('@')) return wireDate(value.slice(1));
    if (value.startsWith('%')) return take(value.slice(1));
    throw new Error(`wire: text without its sign: ${value.slice(0, 20)}`);
  }
  if (value === null || typeof value !== 'object') return value as WireValue;
  if (Array.isArray(value)) return value.map((element) => fromWire(element, take));
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, fromWire(v, take)]));
}
