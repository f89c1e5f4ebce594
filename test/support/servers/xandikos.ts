// Debian's Xandikos (reference 8.3): one user, no login, no rights.
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { running } from './real-server.js';
import type { RealServer } from './real-server.js';

export async function startXandikos(): Promise<RealServer> {
  const { origin, stop } = await running('xandikos', async ({ folder, port }) => ({
    command: 'xandikos', packages: 'xandikos',
    args: ['-d', `${folder}/data`, '--current-user-principal', '/alice/', '--autocreate', '--defaults', '-l', '127.0.0.1', '-p', String(port)],
  }));
  return {
    name: 'xandikos', origin, stop, profile: PROFILES.xandikos, users: { alice: 'no password is asked for' },
    place: (kind, user, name) => `/${user}/${kind === 'event' ? 'calendars' : 'contacts'}/${name}/`,
  };
}
