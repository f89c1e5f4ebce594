// Sockets to the server: connecting in time, through a proxy's tunnel, with a certificate that is trusted or pinned. Knows no HTTP beyond CONNECT.
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

export interface Connecting {
  /** Milliseconds for name, TCP, tunnel and TLS together. */
  readonly connectMs: number;
  /** 'http://proxy:3128'. Absent = direct. */
  readonly proxy?: string;
  /** PEM texts that are trusted. */
  readonly certificates: readonly string[];
  /** SHA-256 of the only certificate that is accepted, whoever signed it; hexadecimal digits with or without colons. */
  readonly pinned?: string;
}

/** Idle sockets are given up before common servers do (Apache: 5 s), so that no write meets a connection that is being closed. HTTP/1.1 (reference T25). */
const KEPT = { keepAlive: true, timeout: 4_000, maxSockets: 4 } as const;

export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

export function agents(connecting: Connecting): Agents {
  const httpAgent = new http.Agent(KEPT), httpsAgent = new https.Agent(KEPT);
  const giving = (secure: boolean): http.Agent['createConnection'] => (options, done) => {
    const host = options.host ?? 'localhost';
    open({ host, port: Number(options.port ?? (secure ? 443 : 80)), secure }, connecting).then((socket) => { done?.(null, socket); }, (error: unknown) => { done?.(error as Error, new net.Socket()); });
    return undefined;
  };
  httpAgent.createConnection = giving(false);
  httpsAgent.createConnection = giving(true);
  return { httpAgent, httpsAgent };
}

/** What was wrong with a certificate, and which one it was, for a person to compare. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  readonly code: string;
  readonly fingerprint: string;
  constructor(code: string, fingerprint: string) {
    super(code);
    this.code = code;
    this.fingerprint = fingerprint;
  }
}

interface To {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** @throws Error with the code of the system, CertificateError, or a message that names the proxy */
async function open(to: To, connecting: Connecting): Promise<net.Socket> {
  const over = { socket: undefined as net.Socket | undefined };
  const late = setTimeout(() => { over.socket?.destroy(Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT' })); }, connecting.connectMs);
  try {
    const proxy = connecting.proxy === undefined ? null : new URL(connecting.proxy);
    over.socket = net.connect(proxy === null ? { host: to.host, port: to.port } : { host: bare(proxy.hostname), port: Number(proxy.port || 80) });
    await event(over.socket, 'connect');
    if (proxy !== null && to.secure) await tunnel(over.socket, to);
    if (to.secure) over.socket = await secured(over.socket, to, connecting);
    over.socket.setNoDelay(true);
    return over.socket;
  } catch (error) {
    over.socket?.destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

function event(socket: net.Socket, name: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => { reject(error); };
    const closed = (): void => { reject(Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' })); };
    socket.once('error', failed).once('close', closed).once(name, () => {
      socket.off('error', failed).off('close', closed);
      resolve();
    });
  });
}

/** CONNECT (RFC 9110 section 9.3.6). The proxy sees the name of the server and nothing of what is said to it. */
async function tunnel(socket: net.Socket, { host, port }: To): Promise<void> {
  const name = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  socket.write(`CONNECT ${name} HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
  const answer = await headOf(socket);
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? 0);
  if (status < 200 || status >= 300) throw Object.assign(new Error(`the proxy answers ${status}`), { code: status === 407 ? 'PROXY_LOGIN' : 'PROXY_REFUSED' });
}

const LONGEST_HEAD = 16_384;

function headOf(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (work: () => void): void => { socket.off('data', more).off('error', failed).off('close', closed); work(); };
    const failed = (error: Error): void => { end(() => { reject(error); }); };
    const closed = (): void => { failed(Object.assign(new Error('the proxy closed the connection'), { code: 'PROXY_REFUSED' })); };
    const more = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n\r\n')) end(() => { socket.pause(); resolve(text); });
      else if (text.length > LONGEST_HEAD) closed();
    };
    socket.on('data', more).once('error', failed).once('close', closed);
  });
}

/** The certificate is looked at before a single byte of HTTP is written. */
async function secured(socket: net.Socket, { host }: To, { certificates, pinned }: Connecting): Promise<tls.TLSSocket> {
  const over = tls.connect({
    socket, ...(net.isIP(host) === 0 ? { servername: host } : {}), host, ca: [...certificates], ALPNProtocols: ['http/1.1'], rejectUnauthorized: false,
  });
  await event(over, 'secureConnect');
  const certificate = over.getPeerCertificate();
  const fingerprint = certificate.fingerprint256;
  if (pinned !== undefined) {
    if (digits(fingerprint) !== digits(pinned)) throw new CertificateError('CERT_NOT_THE_PINNED_ONE', fingerprint);
    return over;
  }
  const untrusted = over.authorizationError as unknown;
  if (!over.authorized) throw new CertificateError(typeof untrusted === 'string' ? untrusted : (untrusted as { readonly code?: string } | null)?.code ?? 'CERT_UNTRUSTED', fingerprint);
  const misnamed = tls.checkServerIdentity(host, certificate);
  if (misnamed !== undefined) throw new CertificateError('CERT_HOST_MISMATCH', fingerprint);
  return over;
}

const digits = (fingerprint: string): string => fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();
