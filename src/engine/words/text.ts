// What a sentence is: two languages with the same {placeholders}. Knows no sentence itself.

export type Language = 'zh-TW' | 'en-US';

/** Traditional Chinese as written in Taiwan, and English. `{name}` is replaced by the fact of that name. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The names between braces of a sentence: 'a {x} b {y}' gives 'x' | 'y'. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

export type Facts<Names extends string> = { readonly [Name in Names]: string | number };

type SameInBoth<Catalogue extends Readonly<Record<string, Text>>> = {
  readonly [Key in keyof Catalogue]: [Placeholders<Catalogue[Key]['zh']>, Placeholders<Catalogue[Key]['en']>] extends
    [Placeholders<Catalogue[Key]['en']>, Placeholders<Catalogue[Key]['zh']>] ? Text : never;
};

/** Compiles only if both languages of every entry name the same placeholders. */
export const sameInBoth = <const Catalogue extends Readonly<Record<string, Text>>>(catalogue: Catalogue & SameInBoth<Catalogue>): Catalogue => catalogue;

export const textIn = (language: Language, text: Text): string => (language === 'zh-TW' ? text.zh : text.en);

/** A fact that is not known reads '?'. */
export function fill(template: string, facts: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_whole, name: string) => String(facts[name] ?? '?'));
}
