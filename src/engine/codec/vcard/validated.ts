// A second opinion on cards of vCard 4.0 that we made ourselves: the package vcard4 must be able to read them.
import { parse } from 'vcard4';
import { M2KError } from '../../errors.js';

/**
 * Only for new cards: vcard4 4.0.5 refuses parameters that it does not know, which servers' own cards do have.
 * @throws M2KError Refused, with what the parser said.
 */
export function validated(text: string): string {
  try {
    parse(text);
    return text;
  } catch (cause) {
    throw new M2KError('Refused', { reason: 'invalid-card', side: 'server', excerpt: cause instanceof Error ? cause.message : '' }, { cause });
  }
}
