// Every way this server can differ from a plain SabreDAV, as one table. Each quirk is read at one place (README.md names it).
// `seen` points at the rows of the project's research: M1..M16 measured on a live Mail2000 site, Q1..Q74 on other servers.

interface QuirkRow<Value> {
  /** The mail2000 profile. */
  readonly initial: Value;
  readonly seen: string;
  readonly meaning: string;
  /** All settings, where there are few. */
  readonly settings?: readonly Value[];
}

const row = <Value>(initial: Value, seen: string, meaning: string): QuirkRow<Value> => ({ initial, seen, meaning });
const onOff = (initial: boolean, seen: string, meaning: string): QuirkRow<boolean> => ({ initial, seen, meaning, settings: [true, false] });
const oneOf = <Value>(settings: readonly Value[], initial: Value, seen: readonly [seen: string, meaning: string]): QuirkRow<Value> =>
  ({ initial, seen: seen[0], meaning: seen[1], settings });

/** A collection (or anything below it) that lives elsewhere: requests whose path begins with `from` are answered `status` to `to`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

export const quirkTable = {
  putFalse500: oneOf<boolean | 'attendees'>([true, false, 'attendees'], 'attendees', [
    'M1', 'PUT stores the object and still answers 500; `attendees`: only where a notification would be sent (inferred)',
  ]),
  ifNoneMatchRefused: onOff(true, 'M2', 'PUT with If-None-Match answers 500 and stores nothing'),
  hrefNotUid: oneOf<boolean | 'silent'>([true, false, 'silent'], false, [
    'M3', 'a new object is stored under a name of the server\'s own; true says so in Location, `silent` does not',
  ]),
  utcRefused: onOff(true, 'M4', 'DTSTART or DTEND in UTC: 500'),
  floatingRefused: onOff(true, 'M4', 'DTSTART or DTEND without zone: 500'),
  rawNewlineRefused: onOff(true, 'M6', 'a line that is no content line (raw newline in a text): 415; off: stored as it came'),
  methodRefused: onOff(true, 'M7', 'a stored object may not hold METHOD: 415'),
  methodOnGet: oneOf<boolean | 'attendees'>([true, false, 'attendees'], 'attendees', [
    'M7', 'GET and reports add METHOD:REQUEST; `attendees`: only to events that have any ("often", inferred)',
  ]),
  overridesRefused: onOff(true, 'M8', 'RECURRENCE-ID after the master: 500, nothing stored'),
  overrideFirstDestroys: onOff(true, 'M8', 'RECURRENCE-ID before the master: answered as success, the whole series is gone; off: as overridesRefused says'),
  rangeRefused: onOff(true, 'M9', 'RANGE=THISANDFUTURE: 500'),
  alarmsInMinutes: onOff(false, 'M10', 'an alarm whose trigger is not -PTnM is dropped on PUT (only that form was measured to come back)'),
  expandServed: onOff(true, 'M13, Q26', 'calendar-data with expand gives occurrences in UTC without rule; off: the object as it is'),
  searchLag: row<number>(1, 'M11, Q65, Q66', 'so many query REPORTs after a PUT or DELETE still show the old state'),
  multigetMissing: oneOf<'rows404' | 'omit' | 'whole404'>(['rows404', 'omit', 'whole404'], 'omit', ['Q43, Q38', 'how multiget answers for hrefs that do not exist']),
  syncCollection: oneOf<boolean | 'advertised'>([true, false, 'advertised'], false, [
    '1.2, Q42, T19', 'sync-collection and DAV:sync-token; off: 415; `advertised`: named with a token, and 415 all the same',
  ]),
  tokenBare: onOff(false, 'Q10', 'a sync-token is a bare number and no URI, and one that is not known answers 500'),
  goneInFirstSync: onOff(false, 'Q3', 'sync-collection without a token also lists members that were deleted'),
  syncPages: row<number>(0, 'Q32, Q58', 'sync-collection answers at most so many rows, then a 507 row; 0: all'),
  ctag: oneOf<boolean | 'still'>([true, false, 'still'], true, ['1.2, D6', 'getctag on collections; `still`: it never changes']),
  reportSetFlat: onOff(false, 'Q11', 'supported-report-set lacks the report element around each name'),
  etagOnPut: onOff(true, 'Q29, Q38', 'ETag in the answer of a PUT that stored exactly what was sent'),
  etagOnRewrite: onOff(false, 'Q1', 'ETag in the answer even though the stored text differs'),
  etagPerWrite: onOff(false, 'Q51', 'every write gives a new ETag; off: same text, same ETag'),
  rewritesOnPut: onOff(false, 'Q1, Q22', 'the stored text is normalised: properties sorted, CLASS and REV added'),
  weakEtags: onOff(false, 'T7', 'W/ before every ETag, so that If-Match never matches'),
  etagUnquoted: onOff(false, 'Q54, Q56', 'ETags without quotes'),
  etagInListing: onOff(true, 'Q55', 'getetag in PROPFIND; off: 404'),
  ifMatchIgnored: onOff(false, 'Q16, Q17', 'If-Match and If-None-Match have no effect'),
  proppatchRefused: onOff(false, 'Q64', 'PROPPATCH: every property 403'),
  proppatchHrefBare: onOff(true, 'Q44', 'the row of a PROPPATCH answer lacks the trailing slash'),
  privilegesHidden: onOff(false, 'Q24', 'current-user-privilege-set is not known'),
  hrefsTwice: onOff(false, 'Q53', 'a multistatus lists every member twice'),
  hrefsAbsolute: onOff(false, 'RFC 4918 section 8.3, T1', 'hrefs are whole URLs, with the scheme and port of a server behind a proxy'),
  errorsIn207: onOff(false, 'Q9', 'a refusal of PUT, MKCALENDAR or MKCOL comes as a row of a 207'),
  missingForbidden: onOff(false, 'Q67', 'GET of what is not there: 403'),
  hrefAt: oneOf<'%40' | '@'>(['%40', '@'], '%40', ['Q44, Q71', 'how @ is written in hrefs']),
  crEntity: onOff(true, 'M15', 'carriage returns in XML as &#13;; off: raw, so that parsers read LF'),
  urlIgnored: onOff(true, '1.6', 'URL of an event is dropped on PUT'),
  vcardVersion: oneOf<'negotiated' | 'asStored' | '3.0' | '4.0'>(['negotiated', 'asStored', '3.0', '4.0'], 'negotiated', [
    'Q34, Q45', 'version of cards given out; negotiated: 3.0 unless 4.0 is asked for; 3.0 and 4.0 also store it so',
  ]),
  maxSize: row<number>(10_000_000, 'Q46, Q33', 'octets of the largest object; above: 403 max-resource-size'),
  uidScope: oneOf<'none' | 'collection' | 'account'>(['none', 'collection', 'account'], 'collection', ['Q28, Q40', 'where a UID may stand only once']),
  preconditionsNamed: onOff(true, 'RFC 4918 section 16', 'a 415 names its precondition; off: as stock SabreDAV, a message only'),
  mkcalendarRefused: row<number>(0, '1.2', 'MKCALENDAR and MKCOL answer this status; 0: allowed'),
  collectionDeleteRefused: onOff(true, 'D17', 'DELETE of a collection: 403'),
  homesListed: onOff(false, '1.4', 'calendars/ and addressbooks/ at depth 1 list the homes one may see'),
  personalBookHidden: onOff(false, '1.2', 'a user\'s own address-book home is empty: no personal book is provisioned'),
  appPasswordOnly: onOff(false, '1.3', 'sites with single sign-on (there is a saml_login page): only the application password opens DAV'),
  anonymous207: onOff(false, 'Q36', 'who is not logged in gets a 207 that names the principal unauthenticated, no 401'),
  davOff: oneOf<'none' | 'calendars' | 'addressbooks' | 'both'>(['none', 'calendars', 'addressbooks', 'both'], 'none', [
    '1.2', 'a service that the administrator switched off: 404 from the web server (which status is inferred)',
  ]),
  banAfter: row<number>(0, '1.3', 'after so many failed logins in a row a user is answered 401 whatever the password; 0: never'),
  sabreVersion: row<string>('', '1.2', 'X-Sabre-Version header and s:sabredav-version; empty: none'),
  gzip: onOff(false, '8.1', 'compress answers for clients that accept it'),
  keepAliveOff: onOff(false, 'Q8', 'Connection: close on every answer'),
  clockSkew: row<number>(0, 'rules 20', 'seconds by which the Date header is ahead'),
  scheduling: onOff(false, 'M12, rules 26', 'calendar-auto-schedule: an outbox, and every mail that a write would cause is noted in `mails`'),
  redirect: row<Redirect | null>(null, 'M16, Q35', 'a path that lives elsewhere'),
} as const;

export type QuirkName = keyof typeof quirkTable;
export type Quirks = { -readonly [Name in QuirkName]: (typeof quirkTable)[Name]['initial'] };

/** The mail2000 profile with the given differences. */
export function quirksOf(differences: Partial<Quirks> = {}): Quirks {
  const initial = Object.fromEntries(Object.entries(quirkTable).map(([name, { initial: value }]) => [name, value]));
  return { ...(initial as Quirks), ...differences };
}

/** A server that follows the standards wherever a quirk exists: what a test switches single quirks on against. */
export const plain: Partial<Quirks> = {
  putFalse500: false, ifNoneMatchRefused: false, utcRefused: false, floatingRefused: false, methodOnGet: false, overridesRefused: false,
  overrideFirstDestroys: false, rangeRefused: false, searchLag: 0, multigetMissing: 'rows404', syncCollection: true, proppatchHrefBare: false, urlIgnored: false,
};

// A setting in words: "rows404, omit or whole404".
function wordsOf(settings: readonly unknown[]): string {
  const words = settings.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function parseValue(name: QuirkName, text: string): unknown {
  const { initial, settings } = quirkTable[name] as QuirkRow<unknown>;
  if (settings) {
    const found = settings.find((setting) => String(setting) === text);
    if (found === undefined) throw new Error(`${name} takes ${wordsOf(settings)}, not "${text}"`);
    return found;
  }
  if (typeof initial === 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === typeof initial) return value;
  } catch { /* answered below, with what would have been right */ }
  throw new Error(`${name} takes ${typeof initial === 'number' ? 'a number' : 'JSON, {"from":"/path/","to":"http://host/","status":302} or null'}, not "${text}"`);
}

/** Quirks from `name=value,name=value`. Throws for a name that is no quirk and for a value that it does not take. */
export function parseQuirks(settings: readonly string[]): Partial<Quirks> {
  const pairs = settings.flatMap((setting) => setting.split(/,(?=\w+=)/)).filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    if (!Object.hasOwn(quirkTable, name)) throw new Error(`${name} is no quirk. Known: ${Object.keys(quirkTable).join(', ')}`);
    return [name, parseValue(name as QuirkName, rest.join('='))];
  }));
}
