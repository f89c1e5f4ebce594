// No output of any process that a test starts may hold a password of the lab, plain or as Basic carries it, at any level of detail.
import { users } from '../../lab/mail2000/seed/people.js';

const SECRETS: readonly string[] = users.flatMap(({ email, password, appPassword }) =>
  [password, appPassword ?? password].flatMap((secret) => [secret, Buffer.from(`${email}:${secret}`, 'utf8').toString('base64'), JSON.stringify(secret).slice(1, -1)]));

/** @throws Error that names where, not what. */
export function refuseSecrets(where: string, ...texts: readonly string[]): void {
  const ascii = (text: string): string => text.replace(/\\u([0-9a-f]{4})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (texts.some((text) => SECRETS.some((secret) => text.includes(secret) || ascii(text).includes(secret)))) throw new Error(`a password is in the output of ${where}`);
}
