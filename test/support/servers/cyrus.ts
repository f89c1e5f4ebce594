// Debian's Cyrus (reference 8.5): two users, sharing, scheduling; run by whoever runs the tests.
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { userInfo } from 'node:os';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { freePort, running } from './real-server.js';
import type { RealServer } from './real-server.js';

const BIN = '/usr/lib/cyrus/bin';
const PASSWORD = 'secret';
const PACKAGES = 'cyrus-caldav cyrus-imapd cyrus-admin sasl2-bin';

const isRoot = (): boolean => userInfo().uid === 0;

/** Cyrus does not work as root: there it becomes the user that its package has made. */
const imapd = (folder: string): string => `cyrus_user: ${isRoot() ? 'cyrus' : userInfo().username}
cyrus_group: ${isRoot() ? 'mail' : userInfo().username}
configdirectory: ${folder}/conf
proc_path: ${folder}/proc
mboxname_lockpath: ${folder}/lock
defaultpartition: default
partition-default: ${folder}/spool
sievedir: ${folder}/sieve
lmtpsocket: ${folder}/socket/lmtp
idlesocket: ${folder}/socket/idle
notifysocket: ${folder}/socket/notify
admins: admin
servername: localhost
defaultdomain: example.com
virtdomains: off
altnamespace: yes
unixhierarchysep: yes
allowplaintext: yes
httpmodules: caldav carddav
httpallowcompress: yes
caldav_allowscheduling: on
caldav_allowattach: yes
caldav_realm: M2K
carddav_realm: M2K
calendar_user_address_set: example.com
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: ${folder}/sasldb2
sasl_mech_list: PLAIN LOGIN
tls_required: no
`;

const services = (folder: string, { imap, http }: { readonly imap: number; readonly http: number }): string => `START {
  recover cmd="${BIN}/ctl_cyrusdb -C ${folder}/imapd.conf -r"
}
SERVICES {
  imap cmd="${BIN}/imapd -C ${folder}/imapd.conf" listen="127.0.0.1:${imap}" prefork=0
  http cmd="${BIN}/httpd -C ${folder}/imapd.conf" listen="127.0.0.1:${http}" prefork=1
}
EVENTS {
  checkpoint cmd="${BIN}/ctl_cyrusdb -C ${folder}/imapd.conf -c" period=30
}
`;

export async function startCyrus(): Promise<RealServer> {
  const imap = await freePort();
  const { origin, stop } = await running('cyrus', async ({ folder, port }) => {
    for (const name of ['conf', 'conf/db', 'conf/proc', 'conf/socket', 'proc', 'lock', 'spool', 'sieve', 'socket']) await mkdir(`${folder}/${name}`, { recursive: true });
    await writeFile(`${folder}/imapd.conf`, imapd(folder));
    await writeFile(`${folder}/cyrus.conf`, services(folder, { imap, http: port }));
    for (const user of ['alice', 'bob', 'admin']) await setPassword(folder, user);
    if (isRoot()) execFileSync('chown', ['-R', 'cyrus:mail', folder]);
    return { command: `${BIN}/master`, packages: PACKAGES, args: ['-C', `${folder}/imapd.conf`, '-M', `${folder}/cyrus.conf`, '-p', `${folder}/master.pid`], environment: { CYRUS_VERBOSE: '0' } };
  });
  await createMailboxes(imap);
  return {
    name: 'cyrus', origin, stop, profile: PROFILES.cyrus, users: { alice: PASSWORD, bob: PASSWORD },
    place: (kind, user, name) => `/dav/${kind === 'event' ? 'calendars' : 'addressbooks'}/user/${user}/${name}/`,
  };
}

function setPassword(folder: string, user: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('saslpasswd2', ['-p', '-c', '-f', `${folder}/sasldb2`, '-u', 'localhost', user], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.once('error', (error) => { reject(new Error(`cyrus cannot be started; install Debian's ${PACKAGES}. ${error.message}`)); });
    child.once('exit', (code) => { if (code === 0) resolve(); else reject(new Error(`saslpasswd2 ended with code ${String(code)}`)); });
    child.stdin.end(PASSWORD);
  });
}

/** Without a mailbox every DAV request of a user is answered 500. */
async function createMailboxes(port: number): Promise<void> {
  const socket = net.connect(port, '127.0.0.1');
  const lines = async (until: RegExp): Promise<void> => {
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const text = chunk.toString('utf8');
      if (/^\w+ (NO|BAD)/m.test(text)) throw new Error(`cyrus: ${text}`);
      if (until.test(text)) return;
    }
    throw new Error('cyrus: the IMAP connection ended');
  };
  await lines(/^\* OK/m);
  for (const [tag, command] of [['a', `LOGIN admin ${PASSWORD}`], ['b', 'CREATE user/alice'], ['c', 'CREATE user/bob'], ['d', 'LOGOUT']] as const) {
    socket.write(`${tag} ${command}\r\n`);
    await lines(new RegExp(`^${tag} OK`, 'm'));
  }
  socket.destroy();
}
