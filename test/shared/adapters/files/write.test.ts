import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";

const scratch = mkdtempSync(join(tmpdir(), "write-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const files = localFiles();
const adapter = join(import.meta.dirname, "../../../../shared/adapters/files/files.ts");

describe("write", () => {
  test("keeps the mode of the file that it replaces", async () => {
    const path = join(scratch, "script.sh");
    writeFileSync(path, "old");
    chmodSync(path, 0o750);
    await files.write(path, "new");
    expect(statSync(path).mode & 0o777).toBe(0o750);
  });

  test("replaces a link, and leaves what it points to alone", async () => {
    const target = join(scratch, "target");
    const link = join(scratch, "link");
    writeFileSync(target, "untouched");
    symlinkSync(target, link);
    await files.write(link, "new");
    expect([readFileSync(link, "utf8"), readFileSync(target, "utf8")]).toEqual(["new", "untouched"]);
  });

  test("into a folder that this user may not write to names the folder's fix and leaves nothing", async () => {
    const folder = join(scratch, "shut");
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    const failure = await asNobody(() => files.write(join(folder, "release.yaml"), "text").catch((error) => error));
    expect(failure).toMatchObject({
      code: "file-refused",
      message: `${folder}/release.yaml: this user may not write it`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("write on a full disk", () => {
  const canMount =
    spawnSync("unshare", ["--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", scratch]).status === 0;
  test.runIf(canMount)("is out-of-space, keeps the old file and leaves nothing beside it (needs a mount)", () => {
    expect(inSmallDisk("64k")).toEqual({ code: "out-of-space", names: ["release.yaml"], text: "old" });
  });

  test("past the size that a process may write is out-of-space too", () => {
    expect(inSmallDisk(null)).toEqual({ code: "out-of-space", names: ["release.yaml"], text: "old" });
  });
});

test("a process that is killed while it writes leaves a whole file", async () => {
  const path = join(mkdtempSync(join(scratch, "killed-")), "release.yaml");
  const script = `
    import { localFiles } from ${JSON.stringify(adapter)};
    for (let text = "a"; ; text = text === "a" ? "b" : "a") {
      await localFiles().write(${JSON.stringify(path)}, text.repeat(1 << 22));
      console.log("written");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let lines = 0;
  child.stdout.on("data", () => {
    lines += 1;
    if (lines === 3) child.kill("SIGKILL");
  });
  await once(child, "close");
  expect(readFileSync(path, "utf8")).toMatch(/^(a{4194304}|b{4194304})$/);
});

/** Writes too much in another process: on a disk of the given size, or under a limit of 4 kB on any file. */
function inSmallDisk(size: string | null): unknown {
  const folder = mkdtempSync(join(scratch, "disk-"));
  const script = `
    import { readdirSync, readFileSync, writeFileSync } from "node:fs";
    import { localFiles } from ${JSON.stringify(adapter)};
    writeFileSync("release.yaml", "old");
    const failure = await localFiles().write("release.yaml", "x".repeat(1 << 20)).catch((error) => error);
    console.log(JSON.stringify({ code: failure?.code, names: readdirSync("."), text: readFileSync("release.yaml", "utf8") }));`;
  const node = [process.execPath, "--input-type=module", "-e", script];
  const mounted = 'mount -t tmpfs -o size="$0" none . && cd "$PWD" && exec "$@"';
  const [command, ...rest] =
    size === null
      ? ["sh", "-c", 'ulimit -f 8 && exec "$@"', "sh", ...node]
      : ["unshare", "--mount", "--map-root-user", "sh", "-c", mounted, size, ...node];
  return JSON.parse(execFileSync(command!, rest, { cwd: folder, encoding: "utf8" }));
}

/** Root may write everywhere: for a moment this process is someone else. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) {
    chmodSync(scratch, 0o755);
    process.seteuid?.(65534);
  }
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
