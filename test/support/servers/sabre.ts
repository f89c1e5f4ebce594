// Debian's php-sabre-dav 1.8, stock or as Mail2000's twin (reference 8.4).
import { fileURLToPath } from 'node:url';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { running } from './real-server.js';
import type { RealServer } from './real-server.js';

const ROUTER = fileURLToPath(new URL('../../../../test/support/servers/sabre-twin.php', import.meta.url));

/** `twin`: writes are answered as the measured Mail2000 site does (M1, M2, M4, M7, M8). */
export async function startSabre({ twin }: { readonly twin: boolean }): Promise<RealServer> {
  const { origin, stop } = await running(twin ? 'sabre-twin' : 'sabre', async ({ folder, port }) => ({
    command: 'php', packages: 'php-cli php-sqlite3 php-xml php-mbstring php-sabre-dav',
    args: ['-d', 'include_path=/usr/share/php', '-S', `127.0.0.1:${port}`, ROUTER],
    environment: { M2K_TWIN: twin ? 'mail2000' : '', M2K_TWIN_DATA: `${folder}/data.sqlite` },
  }));
  return {
    name: twin ? 'sabre-twin' : 'sabre', origin, stop, profile: twin ? PROFILES.mail2000 : { ...PROFILES.sabre, roots: PROFILES.mail2000.roots },
    users: { 'alice@example.com': 'secret1', 'bob@example.com': 'secret2' },
    place: (kind, user, name) => (kind === 'event' ? `/cgi-bin/cal/caldav/calendars/${encodeURIComponent(user)}/${name}/` : `/cgi-bin/carddav/addressbooks/${encodeURIComponent(user)}/${name}/`),
  };
}
