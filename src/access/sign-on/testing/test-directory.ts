import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DirectoryPorts } from '#access/sign-on/directory.ts';
import type { Ending } from '#storage/testing/fresh-database.ts';
import { type Certificates, makeCertificates } from './certificates.ts';
import { DIRECTORY_LDIF } from './directory-ldif.ts';

const SLAPD = '/usr/sbin/slapd';
const SLAPADD = '/usr/sbin/slapadd';
const SCHEMAS = ['core', 'cosine', 'inetorgperson'];
const READY_WITHIN_MS = 20_000;

/** Why tests of a real directory cannot run here; false when they can. */
export const WITHOUT_SLAPD: string | false =
  existsSync(SLAPD) && existsSync('/usr/bin/openssl')
    ? false
    : `no ${SLAPD} or no openssl: install the Debian packages slapd and openssl`;

export interface TestDirectory {
  /** Knows StartTLS, and refuses passwords without it. */
  readonly ldap: string;
  readonly ldaps: string;
  /** PEM of the authority of its certificate, which is for 127.0.0.1 only. */
  readonly ca: string;
}

export const SEARCH_ACCOUNT = { bindDn: 'cn=search,dc=example,dc=org', bindPassword: 'search secret' };

/** A real OpenLDAP server in a folder and on ports of its own, with the people of `DIRECTORY_LDIF`. */
export async function testDirectory(ending: Ending): Promise<TestDirectory> {
  const folder = mkdtempSync(join(tmpdir(), 'tongzhang-slapd-'));
  const certificates = makeCertificates(folder);
  const configuration = join(folder, 'slapd.conf');
  mkdirSync(join(folder, 'data'));
  writeFileSync(configuration, configurationOf(folder, certificates));
  writeFileSync(join(folder, 'people.ldif'), DIRECTORY_LDIF);
  execFileSync(SLAPADD, ['-q', '-f', configuration, '-l', join(folder, 'people.ldif')], { stdio: 'pipe' });
  const ports = [await freePort(), await freePort()];
  const [ldap, ldaps] = [`ldap://127.0.0.1:${ports[0]}`, `ldaps://127.0.0.1:${ports[1]}`];
  const slapd = spawn(SLAPD, ['-d', '0', '-f', configuration, '-h', `${ldap} ${ldaps}`], { stdio: 'ignore' });
  ending.after(() => stop(slapd, folder));
  for (const port of ports) await listening(slapd, port);
  return { ldap, ldaps, ca: certificates.ca };
}

/** Connects without a guard. */
export const plainPorts: DirectoryPorts = {
  connect: ({ host, port, timeoutMs }) =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ host, port, timeout: timeoutMs });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(socket);
      });
    }),
};

/** What of Active Directory's schema a sign-on looks at; OpenLDAP's copy of the whole cannot be searched by equality. */
const WINDOWS_SCHEMA = `
attributetype (1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE)
attributetype (1.2.840.113556.1.4.656 NAME 'userPrincipalName' EQUALITY caseIgnoreMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE)
attributetype (1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE)
attributetype (1.2.840.113556.1.4.8 NAME 'userAccountControl' EQUALITY integerMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE)
attributetype (1.2.840.113556.1.2.102 NAME 'memberOf' EQUALITY distinguishedNameMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.12)
objectclass (1.2.840.113556.1.5.9 NAME 'user' SUP organizationalPerson STRUCTURAL
  MAY (displayName $ sAMAccountName $ userPrincipalName $ objectGUID $ userAccountControl $ memberOf))
objectclass (1.2.840.113556.1.5.30 NAME 'computer' SUP user STRUCTURAL)
`;

function configurationOf(folder: string, { caFile, certificateFile, keyFile }: Certificates): string {
  return `
${SCHEMAS.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
${WINDOWS_SCHEMA}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${folder}/slapd.pid
TLSCACertificateFile ${caFile}
TLSCertificateFile ${certificateFile}
TLSCertificateKeyFile ${keyFile}
TLSVerifyClient never
security simple_bind=128
database mdb
maxsize 16777216
suffix "dc=example,dc=org"
directory ${folder}/data
access to attrs=userPassword by anonymous auth by * none
access to * by users read by * none
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function listening(slapd: ChildProcess, port: number): Promise<void> {
  for (const startedAt = Date.now(); Date.now() - startedAt < READY_WITHIN_MS; await sleep(20)) {
    if (slapd.exitCode !== null) throw new Error(`slapd ended with ${slapd.exitCode}`);
    const socket = await plainPorts.connect({ host: '127.0.0.1', port, timeoutMs: 1000 }).catch(() => null);
    socket?.destroy();
    if (socket) return;
  }
  throw new Error('slapd does not listen');
}

async function stop(slapd: ChildProcess, folder: string): Promise<void> {
  if (slapd.exitCode === null && slapd.kill()) await new Promise((ended) => slapd.once('exit', ended));
  rmSync(folder, { recursive: true, force: true });
}
