import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Some registries hold only some platforms' optional packages; npm then leaves the others out of the lockfile, and
 * `npm ci` refuses it everywhere. This adds what is left out, without a checksum, so that each platform skips what is
 * not its own. Usage, after a change of dependencies: npm run lock
 */

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optional?: boolean;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const SYSTEMS = [
  "android",
  "darwin",
  "linux",
  "win32",
  "windows",
  "freebsd",
  "netbsd",
  "openbsd",
  "openharmony",
  "wasm32",
];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];

/** Optional packages that some package names and the lockfile does not hold, by where npm would put them. */
export function leftOut({ packages }: Lockfile): ReadonlyMap<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const version = range.replace(/^[\^~]/, "");
      const found = placesFor(path, name).find((place) => place in packages || missing.has(place));
      if (found !== undefined && (packages[found] ?? missing.get(found))?.version === version) continue;
      const place = found === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`;
      missing.set(place, { version, ...platformOf(name), ...(dev && { dev }), optional: true });
    }
  }
  return missing;
}

/** As Node looks: inside the package that asks, then in each folder around it. */
function placesFor(path: string, name: string): readonly string[] {
  if (path === "") return [`node_modules/${name}`];
  const around = path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1));
  return [`${path}/node_modules/${name}`, ...placesFor(around, name)];
}

/** `@scope/cli-linux-arm64-musl` says for whom it is. */
function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc: [libc] }),
    ...(system && system !== "wasm32" && { os: [system === "windows" ? "win32" : system] }),
  };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, "../../package-lock.json");
  const lockfile = JSON.parse(readFileSync(path, "utf8")) as Lockfile;
  const missing = leftOut(lockfile);
  const packages = Object.fromEntries(
    Object.entries({ ...lockfile.packages, ...Object.fromEntries(missing) }).sort(([a], [b]) =>
      a.localeCompare(b, "en"),
    ),
  );
  writeFileSync(path, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
  console.log(`${missing.size} optional packages added`);
}
