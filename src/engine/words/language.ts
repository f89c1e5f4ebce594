// Which language people are spoken to in.
import type { Language } from './text.js';

/** Chinese of any spelling is answered in Traditional Chinese, the only one Mail2000's people here read; all else in English. */
export function languageOf(name: string | undefined): Language | undefined {
  if (!name) return undefined;
  return /^zh\b/i.test(name.replace('_', '-')) ? 'zh-TW' : 'en-US';
}

/** The first that says anything: what the caller asked, what the user set, what the system says. */
export const chosenLanguage = (...names: readonly (string | undefined)[]): Language =>
  names.map(languageOf).find((language) => language !== undefined) ?? 'en-US';
