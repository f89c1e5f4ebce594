// What a server that schedules would have sent; nothing is.
export interface Mail {
  readonly method: 'REQUEST' | 'REPLY' | 'CANCEL';
  /** E-mail address. */
  readonly to: string;
  readonly uid: string;
}
