// Outlook files a contact under a formula of its name and company unless the user wrote a text (OOM 5.2, FileUnderId).
import type { ContactFields } from '../../model/contact.js';
import { hasParts, standIns } from './canonical-contact.js';

type Said = Pick<ContactFields, 'name' | 'company' | 'emails' | 'phones'>;

const SEPARATORS = /[\s,;()\u3001\uFF0C]+/gu;

/**
 * Whether a text says nothing but parts of the name and the company, in whatever order: then it is one of the formulas (there are
 * some twenty, several for East Asian names only), which follow the name by themselves. So is what stands for a name that there is none of.
 */
export function isFormula(text: string, fields: Said): boolean {
  if (text === '') return true;
  const { name, company } = fields;
  const instead = standIns(fields), nameless = !hasParts(name) && (name.full === '' || instead.includes(name.full));
  if (nameless && instead.some((one) => one !== '?' && one === text)) return true;
  const parts = [name.full, name.prefix, name.given, name.middle, name.family, name.suffix, company].map((part) => part.replace(SEPARATORS, ''));
  const longestFirst = parts.filter((part) => part !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, part) => rest.replaceAll(part, ''), text.replace(SEPARATORS, '')) === '';
}
