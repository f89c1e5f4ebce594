// Takes out of a server's own words (its headers) what would tell whose server it is. Pure.

/** In place of a word that names somebody. */
export const LEFT_OUT = '***';

const ADDRESS_LIKE = /@|:\/\/|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\]|\.(local|lan|intern|internal|corp)\b/i;

/** Account names and domains from which words are recognised; one or two letters say nothing. */
function names({ host, address }: Account): readonly string[] {
  const [local = '', domain = ''] = address.split('@');
  const bare = host.replace(/:\d+$/, ''), own = domain.split('.')[0] ?? '';
  return [bare, local, domain, own].map((name) => name.toLowerCase()).filter((name) => name.length > 2);
}

export interface Account {
  /** With its port, if any. */
  readonly host: string;
  readonly address: string;
}

/** `text` with *** for every word (between blanks, commas, brackets) that holds the account's name, domain or host, or an address of any sort. */
export function anonymous(text: string, account: Account): string {
  const known = names(account);
  return text.replace(/[^\s,;()"'<>]+/g, (word) => (ADDRESS_LIKE.test(word) || known.some((name) => word.toLowerCase().includes(name)) ? LEFT_OUT : word));
}
