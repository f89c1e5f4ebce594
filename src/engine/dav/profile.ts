// What servers are known to do, as data: behaviour asks the profile, never the server's name.

export interface ServerProfile {
  readonly name: 'mail2000' | 'generic' | 'radicale' | 'sabre' | 'xandikos' | 'cyrus';
  /** Where the two roots are when no discovery is needed; null = by well-known and principal. */
  readonly roots: { readonly caldav: string; readonly carddav: string } | null;
  /** Creations carry If-None-Match: *. False: the href is looked at first, then a plain PUT (reference M2: conditional PUT answered 500). */
  readonly ifNoneMatch: boolean;
  /** DELETE honours If-Match. False: the version is compared just before (SOGo deletes all the same, reference Q17). */
  readonly ifMatchDelete: boolean;
  /** The ETag of a PUT does not prove that the text is stored as sent: read it back (reference Q1). */
  readonly rewrites: boolean;
  /** The server itself refuses a second object with the UID (409/403 no-uid-conflict). False: a query by UID goes before a creation. */
  readonly refusesSameUid: boolean;
  /** Objects are named after their UID where it is safe, else after its hash: a creation repeated after a crash meets itself. 'random' for servers that keep deleted names (Nextcloud, reference Q49). */
  readonly names: 'uid' | 'random';
  /** sync-collection is used where the collection advertises it. False: never (fragile). */
  readonly syncCollection: boolean;
  /** hrefs in one multiget to begin with; halved on failures. */
  readonly multiget: number;
  /**
   * Multigets on the way at once. One for Mail2000, whose sites lock an account out after failed logins: with two, a password that is changed in the
   * middle of a download would be refused twice.
   */
  readonly parallel: number;
  /** DAV:creationdate of a collection stays as long as the collection does, and so tells it from another one of its name (rule 15). */
  readonly creationDate: boolean;
  /** Days between full listings although a token or ctag would do (reference D6, Q19). */
  readonly fullListingDays: number;
  /** Overridden instances in one object with the master are stored unharmed (reference M8). */
  readonly overrides: boolean;
  /** The server sends invitations on its own: writes must forbid it (rule 26). */
  readonly schedules: boolean;
  /** URL of an event is kept. False: it is ignored when written, and so not the server's to say (reference 1.6). */
  readonly keepsUrl: boolean;
  /** Of one file attached to an event: larger ones are not sent, for the server refuses or drops them. 0: it keeps none. */
  readonly attachmentOctets: number;
  /** DTSTART in UTC, and without a zone, are taken (reference M4: answered 500). */
  readonly utcTimes: boolean;
  readonly floatingTimes: boolean;
  /** The version of new cards where the collection does not say. */
  readonly vcard: '3.0' | '4.0';
}

const CAUTIOUS: Omit<ServerProfile, 'name'> = {
  roots: null, ifNoneMatch: true, ifMatchDelete: true, rewrites: true, refusesSameUid: false, names: 'uid', syncCollection: true,
  multiget: 30, parallel: 1, creationDate: true, fullListingDays: 7, overrides: true, schedules: false, keepsUrl: true, attachmentOctets: 5 * 1024 * 1024, utcTimes: true, floatingTimes: true, vcard: '3.0',
};

export const PROFILES: { readonly [Name in ServerProfile['name']]: ServerProfile & { readonly name: Name } } = {
  /** One company's site, measured 2026 (reference 1.2, 1.5); SabreDAV underneath. */
  mail2000: {
    ...CAUTIOUS, name: 'mail2000', roots: { caldav: '/cgi-bin/cal/caldav/', carddav: '/cgi-bin/carddav/' },
    ifNoneMatch: false, overrides: false, keepsUrl: false, utcTimes: false, floatingTimes: false,
  },
  generic: { ...CAUTIOUS, name: 'generic' },
  /** 3.1.8 on Debian 12: 409 no-uid-conflict, rewritten text with an ETag (reference 8.1, Q1). */
  radicale: { ...CAUTIOUS, name: 'radicale', refusesSameUid: true, parallel: 2 },
  /** php-sabre-dav 1.8.12: identical text, one UID accepted twice (reference 8.1). From 3.2 on it repairs texts, then without ETag (Q46). */
  sabre: { ...CAUTIOUS, name: 'sabre', rewrites: false, parallel: 2 },
  /** 0.2.8 on Debian 12: refusals inside a 207, bare tokens, one UID a calendar, cards with one UID as often as you like (reference 8.1, Q9, Q10). */
  xandikos: { ...CAUTIOUS, name: 'xandikos' },
  /** 3.6.1 on Debian 12: one UID an account among events, none among cards, no ETag after a PUT with attendees, converts cards, sends invitations itself (reference Q28-Q35). */
  cyrus: { ...CAUTIOUS, name: 'cyrus', schedules: true, parallel: 2, creationDate: false },
};
