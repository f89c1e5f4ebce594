// What a server was measured to do: the probe's result, kept with its date and laid over the profile of its kind.
import type { ServerProfile } from './profile.js';

export type Answered = 'yes' | 'no' | 'unknown';

export interface ReadTraits {
  /** The header `DAV` of OPTIONS, in words; `Server`, X-Sabre-Version. */
  readonly dav: readonly string[];
  readonly server: string | null;
  readonly sabre: string | null;
  readonly calendars: number;
  readonly books: number;
  readonly notServed: readonly ('event' | 'contact')[];
  /** Calendars by scope and books by scope: 'personal', 'shared', ... */
  readonly scopes: Readonly<Record<string, number>>;
  /** Collections tell the user's rights. */
  readonly privileges: Answered;
  readonly ctag: Answered;
  /** Answered as RFC 6578 says, not only advertised. */
  readonly syncCollection: Answered;
  /** What a multiget does about an href that is not there. */
  readonly multigetMissing: 'row404' | 'omitted' | 'whole404' | 'refused' | 'unknown';
  readonly vcard: readonly string[];
  /** The server sends invitations by itself. */
  readonly schedules: boolean;
}

export interface WriteTraits {
  /** If-None-Match: * on a PUT. */
  readonly ifNoneMatch: 'honoured' | 'ignored' | 'refused';
  readonly ifMatch: 'honoured' | 'ignored' | 'unknown';
  readonly etagOnPut: boolean;
  /** The stored text is not the one that was sent. */
  readonly rewrites: boolean;
  /** A PUT that was stored was answered with an error of the server. */
  readonly falseErrors: boolean;
  readonly utcTimes: Answered;
  /** RECURRENCE-ID beside its master in one object. */
  readonly overrides: Answered;
  /** Everything that was written is gone again. */
  readonly cleaned: boolean;
}

export interface ServerTraits {
  /** ISO 8601 UTC of the probe. */
  readonly at: string;
  readonly read: ReadTraits;
  /** Null: the probe only read. */
  readonly write: WriteTraits | null;
}

/** The profile as this server was measured; what was not measured stays as the profile says. */
export function measured(profile: ServerProfile, traits: ServerTraits | undefined): ServerProfile {
  if (traits === undefined) return profile;
  const { read, write } = traits;
  return {
    ...profile, schedules: profile.schedules || read.schedules,
    ...(write === null ? {} : {
      ifNoneMatch: write.ifNoneMatch === 'honoured', ifMatchDelete: profile.ifMatchDelete && write.ifMatch !== 'ignored',
      rewrites: write.rewrites || !write.etagOnPut,
      // Yes on one event is no promise for every event, and a wrong yes can cost a series (reference D12): only a no is taken over.
      overrides: profile.overrides && write.overrides !== 'no',
    }),
  };
}
