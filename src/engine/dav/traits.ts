// What a server was measured to do: the probe's result, kept with its date and laid over the profile of its kind.

export interface ServerTraits {
  /** ISO 8601 UTC of the probe. */
  readonly at: string;
}
