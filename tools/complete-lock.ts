/**
 * Completes package-lock.json: npm leaves out an optional dependency that its registry did not serve on the day
 * (a mirror often has one platform's binaries only), and from then on `npm ci` refuses the whole lock file.
 */

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
  readonly [key: string]: unknown;
}

/** The optional dependencies that `lock` names but does not pin, as `package: dependency`. */
export function findUnlocked(lock: LockFile): string[] {
  return unlocked(lock).map(({ by, name }) => `${by.replace(/^.*node_modules\//, '')}: ${name}`);
}

/** The same lock file with an entry for every optional dependency, bound to the platform its name tells. */
export function completeLock(lock: LockFile): LockFile {
  const added = unlocked(lock).map(({ name, version, dev }) => [
    `node_modules/${name}`,
    { version, ...platformOf(name), ...(dev ? { dev: true } : {}), optional: true },
  ]);
  const sorted = [...Object.entries(lock.packages), ...added].sort(([a], [b]) =>
    String(a).localeCompare(String(b), 'en'),
  );
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function unlocked(lock: LockFile): { by: string; name: string; version: string; dev: boolean }[] {
  return Object.entries(lock.packages).flatMap(([by, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(lock, by, name))
      .map(([name, version]) => ({ by, name, version, dev: entry.dev === true })),
  );
}

/** Looks where Node would: in the package's own node_modules, then in each one further out. */
function isLocked(lock: LockFile, by: string, name: string): boolean {
  for (let folder = by; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'win32'];
const PROCESSORS = ['arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'arm', 'wasm32'];

function platformOf(name: string): Record<string, string[]> {
  const parts = name.split(/[/-]/);
  const processor = PROCESSORS.find((one) => parts.includes(one));
  const system = SYSTEMS.find((one) => parts.includes(one));
  const library = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : undefined;
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(library ? { libc: [library] } : {}),
    ...(system ? { os: [system] } : {}),
  };
}
