// A name as one text, made of its parts.
import type { PersonName } from '../../model/contact.js';

/** Chinese, Japanese and Korean: family before given, no blank between. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** '' when there are no parts. */
export function composedName(name: PersonName): string {
  const { prefix, given, middle, family, suffix } = name;
  const eastAsian = [family, given].every((part) => part === '' || EAST_ASIAN.test(part));
  const middleParts = eastAsian && family + given !== '' ? [family + given, middle] : [given, middle, family];
  return [prefix, ...middleParts, suffix].filter(Boolean).join(' ');
}
