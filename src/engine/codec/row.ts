// One field, both directions, in one row (design.md 9).

/**
 * `narrow` states what this side can hold: read(write(v)) equals narrow(v) for every v; absent means that it holds every value.
 * `write` must leave everything but its own property and the property's dependents (rules.md 21) as it is.
 * @throws M2KError Unreadable from `read`, with the field's name, when the value there has no meaning in the model.
 */
export interface Row<Outside, Value> {
  read(from: Outside): Value;
  write(to: Outside, value: Value): void;
  narrow?(value: Value): Value;
}

/** Leaving a model field out of a table does not compile. */
export type Rows<Outside, Fields> = { readonly [F in keyof Fields]-?: Row<Outside, Fields[F]> };
