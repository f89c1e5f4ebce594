// Outlook files a contact under a formula of its name and company unless the user wrote a text (OOM 5.2, FileUnderId).
import type { ContactFields } from '../../model/contact.js';

const SEPARATORS = /[\s,;()\u3001\uFF0C]+/gu;

/**
 * Whether a text says nothing but parts of the name and the company, in whatever order: then it is one of the formulas (there are
 * some twenty, several for East Asian names only), which follow the name by themselves.
 */
export function isFormula(text: string, { name, company }: Pick<ContactFields, 'name' | 'company'>): boolean {
  const parts = [name.full, name.prefix, name.given, name.middle, name.family, name.suffix, company].map((part) => part.replace(SEPARATORS, ''));
  const longestFirst = parts.filter((part) => part !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, part) => rest.replaceAll(part, ''), text.replace(SEPARATORS, '')) === '';
}
