// What both tours play on.
export interface Stage {
  /** The server, as http://127.0.0.1:PORT. */
  readonly origin: string;
  /** Everything of this tour is in it: profile, mailbox. */
  readonly folder: string;
  readonly address: string;
  readonly password: string;
}
