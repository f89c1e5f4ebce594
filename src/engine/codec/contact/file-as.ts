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
  const parts = [name.full, name.prefix, name.given, name.middle, name.family, name.suffix, company].map((part) => part.replace(SEPARATORS, '')).filter((part) => part !== '');
  return isMadeOf(parts, text.replace(SEPARATORS, ''));
}

/** Whether the text is some of the parts one after the other. Not by taking the longest away first: it may lie across two others. */
function isMadeOf(parts: readonly string[], text: string): boolean {
  const reached = new Set([0]);
  for (const at of reached) for (const part of parts) if (text.startsWith(part, at)) reached.add(at + part.length);
  return reached.has(text.length);
}
