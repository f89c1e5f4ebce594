// What servers that we can meet do beside the standards, one row each: where it was seen, what is done about it, which switch of the lab shows it and
// which test fails without the handling. The profiles (profile.ts) are what behaviour asks; this is why they and the code around them are as they are.
import type { ServerProfile } from './profile.js';

export interface ServerQuirk {
  /** M: measured on a live Mail2000 site (one site, 2026). Q: other servers, run by ourselves on Debian 12 (HO) or told by other clients. */
  readonly id: string;
  readonly seen: string;
  readonly does: string;
  readonly handled: string;
  /** Flags of the profile that stand for it. */
  readonly profile?: readonly (keyof ServerProfile)[];
  /** Switches of lab/mail2000, with the setting that shows it. */
  readonly lab?: Readonly<Record<string, unknown>>;
  /** Beginning of the title of the test that fails without the handling. */
  readonly test: string;
}

const HO = 'Debian 12, run 2026-11';

export const QUIRKS: readonly ServerQuirk[] = [
  { id: 'M1', seen: 'Mail2000', does: 'PUT answers 500 though the object is stored', handled: 'after a 5xx the object is read and compared; never sent again', lab: { putFalse500: true }, test: 'M1:' },
  { id: 'M2', seen: 'Mail2000', does: 'PUT with If-None-Match answers 500', handled: 'the href is looked at, then written without the condition', profile: ['ifNoneMatch'], lab: { ifNoneMatchRefused: true }, test: 'M2:' },
  { id: 'M3', seen: 'Mail2000', does: 'a new object gets a name of the server\'s own', handled: 'Location, else a query by UID says where it is', lab: { hrefNotUid: 'silent' }, test: 'M3:' },
  { id: 'M4', seen: 'Mail2000', does: 'UTC and floating times are refused', handled: 'times go with TZID and VTIMEZONE', lab: { utcRefused: true, floatingRefused: true }, test: 'M4:' },
  { id: 'M5', seen: 'Mail2000', does: 'days are taken as VALUE=DATE though times without a zone are refused', handled: 'whole days go as dates with an exclusive DTEND, never as midnights', lab: { utcRefused: true, floatingRefused: true }, test: 'M5:' },
  { id: 'M6', seen: 'Mail2000', does: 'a raw newline in a text is refused', handled: 'texts are escaped and folded by octets', lab: { rawNewlineRefused: true }, test: 'M6:' },
  { id: 'M7', seen: 'Mail2000', does: 'objects come with METHOD and are refused with it', handled: 'METHOD is taken out before every PUT', lab: { methodOnGet: true, methodRefused: true }, test: 'M7:' },
  { id: 'M8', seen: 'Mail2000', does: 'overrides are refused, before the master they destroy the series', handled: 'no object with overrides is sent to a profile without `overrides`', profile: ['overrides'], lab: { overridesRefused: true }, test: 'M8:' },
  { id: 'M9', seen: 'Mail2000', does: 'RANGE=THISANDFUTURE is refused', handled: 'it is never written: each changed occurrence says so itself', lab: { rangeRefused: true }, test: 'M9:' },
  { id: 'M10', seen: 'Mail2000', does: 'weekly rules with UNTIL and alarms in minutes come back as they were sent; other forms are unknown', handled: 'reminders go as -PTnM, ends of series as UNTIL, and every write is read back', profile: ['rewrites'], lab: { alarmsInMinutes: true }, test: 'M10:' },
  { id: 'M11', seen: 'Mail2000, Bedework', does: 'queries lag behind writes', handled: 'objects are read and located by href; an empty query proves nothing', lab: { searchLag: 5 }, test: 'M11:' },
  { id: 'M12', seen: 'Mail2000', does: 'no scheduling: attendees are data', handled: 'nothing waits for invitations; where a server schedules, deletions ask for silence', profile: ['schedules'], lab: { scheduling: true }, test: 'M12:' },
  { id: 'M13', seen: 'Mail2000', does: 'queries give expanded occurrences to who asks for them', handled: 'never asked for: what was expanded must not be written back', lab: { expandServed: true }, test: 'M13:' },
  { id: 'M14', seen: `SabreDAV (${HO})`, does: 'a forbidden PUT is 403 with need-privileges', handled: 'told apart from other refusals, learnt with its date', test: 'rule 22: a refusal for want of a right' },
  { id: 'M15', seen: 'Mail2000', does: 'CR is written as &#13;', handled: 'character references are resolved by the XML reader', lab: { crEntity: true }, test: 'entities, character references and CDATA' },
  { id: 'M16', seen: 'Mail2000 sites', does: 'redirects to other hosts', handled: 'followed on the same origin only', lab: { redirect: { from: '/', to: 'http://127.0.0.1:9/', status: 302 } }, test: 'M16:' },
  { id: 'Q1', seen: `Radicale 3.1.8 (${HO})`, does: 'an ETag comes with a PUT whose text was re-ordered', handled: 'read back where the profile says that texts are rewritten', profile: ['rewrites'], lab: { rewritesOnPut: true, etagOnRewrite: true }, test: 'Q1:' },
  { id: 'Q3', seen: `Radicale 3.1.8 (${HO})`, does: 'the first sync-collection lists deleted members', handled: 'removals of what was never known say nothing', lab: { goneInFirstSync: true }, test: 'Q3:' },
  { id: 'Q8', seen: `Radicale 3.1.8 (${HO})`, does: 'no keep-alive', handled: 'closed sockets are nothing', lab: { keepAliveOff: true }, test: 'Q8:' },
  { id: 'Q9', seen: `Xandikos 0.2.8 (${HO})`, does: 'a refused PUT is told inside a 207', handled: 'the rows of every 207 are looked at', lab: { errorsIn207: true }, test: 'Q9:' },
  { id: 'Q10', seen: `Xandikos 0.2.8 (${HO})`, does: 'tokens are no URIs, unknown ones answer 500', handled: 'tokens are opaque; any refusal means a full listing without deletions', lab: { tokenBare: true }, test: 'Q10:' },
  { id: 'Q11', seen: `Xandikos 0.2.8 (${HO})`, does: 'supported-report-set lacks its report elements', handled: 'names are read from the leaves', lab: { reportSetFlat: true }, test: 'Q11:' },
  { id: 'Q16', seen: 'SOGo 5.8 (run 2026-11)', does: 'If-None-Match and If-Match have no effect on some requests', handled: 'the version is compared just before where the profile says so', profile: ['ifMatchDelete', 'ifNoneMatch'], lab: { ifMatchIgnored: true }, test: 'Q16:' },
  { id: 'Q24', seen: 'SOGo 5.8 (run 2026-11)', does: 'privilege sets are empty or missing', handled: 'own collections are tried, others\' rights are unknown', lab: { privilegesHidden: true }, test: 'without privilege sets' },
  { id: 'Q28', seen: `Cyrus 3.6.1 (${HO})`, does: 'a UID lives once an account', handled: 'the holder is named: AlreadyThere', lab: { uidScope: 'account' }, test: 'Q28:' },
  { id: 'Q29', seen: `Cyrus 3.6.1 (${HO})`, does: 'no ETag after some PUTs', handled: 'read back', lab: { etagOnPut: false }, test: 'a PUT without ETag' },
  { id: 'Q32', seen: `Cyrus 3.6.1 (${HO})`, does: 'sync-collection in pages with 507', handled: 'asked on until it is whole', lab: { syncPages: 2 }, test: 'Q32:' },
  { id: 'Q36', seen: `Cyrus 3.6.1 (${HO})`, does: 'who is not logged in gets a 207', handled: 'an unauthenticated principal is a refused password', lab: { anonymous207: true }, test: 'Q36:' },
  { id: 'Q38', seen: 'DAViCal, SabreDAV from 2.0', does: 'multiget leaves missing hrefs out', handled: 'what did not come is asked for by GET', lab: { multigetMissing: 'omit' }, test: 'reading takes one multiget' },
  { id: 'Q40', seen: `SabreDAV 1.8 (${HO})`, does: 'one UID is stored as often as one likes', handled: 'a query by UID goes before a creation', profile: ['refusesSameUid'], lab: { uidScope: 'none' }, test: 'Q40:' },
  { id: 'Q42', seen: `SabreDAV 1.8 (${HO})`, does: 'sync-collection is missing, or named and refused', handled: 'a trial with every full listing', lab: { syncCollection: 'advertised' }, test: 'sync-collection is used only where' },
  { id: 'Q43', seen: `SabreDAV 1.8 (${HO})`, does: 'one missing href makes a whole multiget 404', handled: 'halved, down to one', profile: ['multiget'], lab: { multigetMissing: 'whole404' }, test: 'Q43:' },
  { id: 'Q44', seen: `SabreDAV (${HO})`, does: '@ as %40, answers without the trailing slash', handled: 'hrefs are compared decoded', lab: { hrefAt: '@', proppatchHrefBare: true }, test: 'spellings of one href' },
  { id: 'Q46', seen: 'SabreDAV from 3.2', does: 'objects above a size are refused', handled: 'a refusal of this item, by its precondition', lab: { maxSize: 300 }, test: 'Q46:' },
  { id: 'Q53', seen: 'Zimbra (vdirsyncer 88)', does: 'hrefs come twice', handled: 'one row a href', lab: { hrefsTwice: true }, test: 'Q53:' },
  { id: 'Q54', seen: 'Kerio, GroupOffice', does: 'ETags without quotes', handled: 'quoted when sent', lab: { etagUnquoted: true }, test: 'Q54:' },
  { id: 'Q55', seen: 'SmarterMail', does: 'no ETags in listings', handled: 'versions are hashes of texts', lab: { etagInListing: false, ctag: false }, test: 'Q55:' },
  { id: 'Q60', seen: 'a client of iCloud', does: 'one error row emptied a calendar', handled: 'error rows make a listing incomplete; an empty one is asked for twice', test: 'rule 12: a listing that was cut off' },
  { id: 'Q67', seen: 'robur', does: 'GET of what is not there: 403', handled: 'no proof that it is gone', lab: { missingForbidden: true }, test: 'Q67:' },
  { id: 'T1', seen: 'servers behind proxies', does: 'hrefs as whole URLs of an inner host name or port', handled: 'read as paths on the origin that was asked', lab: { hrefsAbsolute: true }, test: 'T1:' },
  { id: 'T7', seen: 'nginx, Apache with gzip', does: 'weak ETags, which match no If-Match', handled: 'compared, then written without the condition', lab: { weakEtags: true }, test: 'T7:' },
  { id: 'H1', seen: `Xandikos 0.2.8 (${HO})`, does: 'a parameter in Accept: 500', handled: '3.0 is asked for by the bare name', test: 'H1:' },
  { id: 'H2', seen: `Cyrus 3.6.1 (${HO})`, does: 'the creation date of a collection moves with its members', handled: 'not part of what a collection is told by; elsewhere a member that stayed proves that the collection did', profile: ['creationDate'], test: 'H2:' },
  { id: 'H3', seen: 'none yet', does: 'a ctag that stands still while members change', handled: 'found by the weekly full listing, not believed again', lab: { ctag: 'still' }, test: 'a ctag that stands still' },
];
