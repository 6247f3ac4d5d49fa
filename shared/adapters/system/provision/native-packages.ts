/** What `setup` installs of the lockfile: what cannot be in a bundle, because it holds machine code. */
const ROOTS: readonly Root[] = [
  { name: "@duckdb/node-api", isAlone: false },
  // Only its sources and its protocol are used, and none of what its installer would bring.
  { name: "@tensorflow/tfjs-node-gpu", isAlone: true },
];

interface Root {
  readonly name: string;
  readonly isAlone: boolean;
}

export interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface Platform {
  readonly os: string;
  readonly cpu: string;
  readonly libc: string;
}

/** By name: the native packages of one platform, with what they need and nothing that another platform needs. */
export function nativePackages(lockfile: Lockfile, platform: Platform): ReadonlyMap<string, LockedPackage> {
  return closure(lockfile, (locked) => fits(locked, platform));
}

/** The part of a lockfile that `nativePackages` reads, whatever the platform. */
export function nativeLock(lockfile: Lockfile): Lockfile {
  const packages = [...closure(lockfile, () => true)].map(([name, locked]) => [`node_modules/${name}`, locked]);
  return { packages: Object.fromEntries(packages) };
}

function closure(lockfile: Lockfile, fits: (locked: LockedPackage) => boolean): ReadonlyMap<string, LockedPackage> {
  const found = new Map<string, LockedPackage>();
  const visit = ({ name, isAlone }: Root): void => {
    const locked = lockfile.packages[`node_modules/${name}`];
    if (locked === undefined || found.has(name) || !fits(locked)) return;
    found.set(name, locked);
    if (isAlone) return;
    const needed = { ...locked.dependencies, ...locked.optionalDependencies };
    for (const each of Object.keys(needed)) visit({ name: each, isAlone: false });
  };
  for (const root of ROOTS) visit(root);
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The lockfile that installs exactly these packages and no other. */
export function lockfileOf(packages: ReadonlyMap<string, LockedPackage>): { manifest: string; lockfile: string } {
  const dependencies = Object.fromEntries([...packages].map(([name, { version }]) => [name, version]));
  const root = { name: "model-release-native", version: "1.0.0", private: true, dependencies };
  const alone = [...packages].map(([name, { version, integrity }]) => [`node_modules/${name}`, { version, integrity }]);
  const lockfile = { ...root, lockfileVersion: 3, packages: { "": root, ...Object.fromEntries(alone) } };
  return { manifest: JSON.stringify(root), lockfile: JSON.stringify(lockfile) };
}

function fits({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  return [[os, platform.os] as const, [cpu, platform.cpu] as const, [libc, platform.libc] as const].every(
    ([allowed, own]) => allowed === undefined || allowed.includes(own),
  );
}
