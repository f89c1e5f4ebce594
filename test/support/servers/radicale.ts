// Debian's Radicale (reference 8.2): users, rights and a public part.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { running } from './real-server.js';
import type { RealServer } from './real-server.js';

const USERS = { alice: 'secret1', bob: 'secret2', 'carol@example.com.tw': 'secret3' } as const;

const RIGHTS: readonly (readonly [string, string, string, string])[] = [
  ['root', '.+', '', 'R'], ['principal', '.+', '{user}', 'RW'], ['own', '.+', '{user}/[^/]+', 'rw'],
  ['public-ro', '.+', 'public/[^/]*ro[^/]*', 'r'], ['public-rw', '.+', 'public/[^/]*rw[^/]*', 'rw'], ['public-root', '.+', 'public', 'R'],
  ['shared', 'bob', 'alice/shared-ro', 'r'],
];

const config = (folder: string, port: number): string => `[server]
hosts = 127.0.0.1:${port}
max_connections = 20
timeout = 30
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
realm = M2K test
[rights]
type = from_file
file = ${folder}/rights
[storage]
type = multifilesystem
filesystem_folder = ${folder}/data
[web]
type = none
[logging]
level = warning
`;

export async function startRadicale(): Promise<RealServer> {
  const { origin, stop } = await running('radicale', async ({ folder, port }) => {
    await writeFile(join(folder, 'users'), Object.entries(USERS).map(([user, password]) => `${user}:${password}\n`).join(''));
    await writeFile(join(folder, 'rights'), RIGHTS.map(([name, user, collection, permissions]) =>
      `[${name}]\nuser: ${user}\ncollection: ${collection}\npermissions: ${permissions}\n`).join(''));
    await writeFile(join(folder, 'config'), config(folder, port));
    await seed(folder, 'cal-ro', { tag: 'VCALENDAR', 'D:displayname': '公用(唯讀)' });
    await seed(folder, 'book-ro', { tag: 'VADDRESSBOOK', 'D:displayname': '公用通訊錄' });
    return { command: 'radicale', args: ['--config', join(folder, 'config')], packages: 'radicale' };
  });
  return { name: 'radicale', origin, stop, users: USERS, profile: PROFILES.radicale, place: (_kind, user, name) => `/${user}/${name}/` };
}

async function seed(folder: string, name: string, props: Readonly<Record<string, string>>): Promise<void> {
  const collection = join(folder, 'data', 'collection-root', 'public', name);
  await mkdir(collection, { recursive: true });
  await writeFile(join(collection, '.Radicale.props'), JSON.stringify(props));
}
