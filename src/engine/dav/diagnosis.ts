// Why a server gives no calendars, found out without the password: a Mail2000 whose DAV service is off, or whose users need an application password.
import { M2KError } from '../errors.js';
import type { DavClient } from './client.js';
import type { ServerProfile } from './profile.js';

/** Mail2000's own pages (reference 1.3): the webmail's login, and the one that exists where a site has single sign-on. */
const LOGIN_PAGE = '/cgi-bin/login';
const SINGLE_SIGN_ON_PAGE = '/cgi-bin/saml_login';
/** A host that has every page has none: a portal in front of the network answers 200 to whatever is asked. */
const NO_PAGE = '/cgi-bin/there-is-no-such-page';

/** The error as a person is to read it: `app-password` for a refused password on a site with single sign-on, `dav-switched-off` for a Mail2000 without DAV. */
export async function diagnosed(error: unknown, { client, profile }: { readonly client: DavClient; readonly profile: ServerProfile }): Promise<unknown> {
  if (!(error instanceof M2KError) || profile.roots === null) return error;
  const because = (reason: string): M2KError => new M2KError(error.code, { ...error.data, reason }, { cause: error });
  if (error.code === 'Unauthorized' && error.data.reason === 'rejected') return await isThere(client, SINGLE_SIGN_ON_PAGE) ? because('app-password') : error;
  if (error.code === 'Unavailable' && error.data.reason === 'not-a-dav-server') return await isThere(client, LOGIN_PAGE) ? because('dav-switched-off') : error;
  return error;
}

async function isThere(client: DavClient, page: string): Promise<boolean> {
  try {
    return isAnswered(await client.statusOf(page)) && !isAnswered(await client.statusOf(NO_PAGE));
  } catch {
    return false;
  }
}

const isAnswered = (status: number): boolean => status >= 200 && status < 400;
