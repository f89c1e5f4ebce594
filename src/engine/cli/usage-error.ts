// What was typed or sent cannot be understood. `hint` says what to type instead, already in the reader's language.

export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly given: string;
  readonly hint: string;
  constructor(given: string, hint: string) {
    super(`${given}: ${hint}`);
    this.given = given;
    this.hint = hint;
  }
}
