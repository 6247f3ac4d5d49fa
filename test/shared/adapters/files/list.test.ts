import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listFiles } from "../../../../shared/adapters/files/list.ts";

const scratch = mkdtempSync(join(tmpdir(), "list-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("what a release cannot hold is refused by name", () => {
  test.each([
    ["a link to a file", (root: string) => symlinkSync("/etc/hostname", join(root, "odd")), "odd is a symbolic link"],
    ["a link to a folder", (root: string) => symlinkSync("/", join(root, "odd")), "odd is a symbolic link"],
    ["a link to nothing", (root: string) => symlinkSync("nowhere", join(root, "odd")), "odd is a symbolic link"],
    ["a link to itself", (root: string) => symlinkSync("odd", join(root, "odd")), "odd is a symbolic link"],
    ["a named pipe", (root: string) => execFileSync("mkfifo", [join(root, "odd")]), "odd is a named pipe"],
    ["a line feed in a name", put("a\nb"), "a\nb has a control character in its name"],
    ["an escape in a name", put("\x1b[2J"), "\x1b[2J has a control character in its name"],
    ["a delete in a name", put("\x7f"), "\x7f has a control character in its name"],
    ["a backslash in a name", put("..\\up"), "..\\up has a backslash in its name"],
    ["a name that is not UTF-8", put(Buffer.from("caf\xe9", "latin1")), "caf\\xe9 has a name that is not valid UTF-8"],
  ])("%s", (_, place, message) => {
    const root = mkdtempSync(join(scratch, "odd-"));
    place(root);
    expect(() => listFiles(root)).toThrow(`${root} cannot be released: ${message}`);
  });

  test("a socket", async () => {
    const root = mkdtempSync(join(scratch, "s-"));
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, "odd"), listening));
    expect(() => listFiles(root)).toThrow("odd is a socket");
    await new Promise((closed) => server.close(closed));
  });

  test("a device", () => expect(() => listFiles("/dev")).toThrow(/\w+ is a device/));

  test.each([
    ["case", ["Vocab.txt", "vocab.txt"]],
    ["case beyond ASCII", ["STRASSE", "straße"]],
    ["normalisation", ["caf\u00e9", "cafe\u0301"]],
    ["the case of a folder", ["Assets/a", "assets/b"]],
  ])("two names that only %s tells apart", (_, paths) => {
    const root = rootWith(...paths);
    expect(() => listFiles(root)).toThrow(/is the same file as .* on some systems/);
  });

  test("all of them at once", () => {
    const root = rootWith("fine", "a\\b", "c/d\\e");
    symlinkSync("fine", join(root, "f"));
    expect(() => listFiles(root)).toThrow(/: a\\b has .*; c\/d\\e has .*; f is a symbolic link$/);
  });

  test("twenty of them, and the number of the rest", () => {
    const root = mkdtempSync(join(scratch, "many-"));
    for (let index = 0; index < 23; index++) symlinkSync("x", join(root, `link${index}`));
    expect(() => listFiles(root)).toThrow(/link9 is a symbolic link; and 3 more$|; and 3 more$/);
  });

  test("a link as the folder itself, with or without a slash", () => {
    const link = join(scratch, "latest");
    symlinkSync(rootWith("a"), link);
    expect(() => listFiles(link)).toThrow(`${link} is a symbolic link`);
    expect(() => listFiles(`${link}/`)).toThrow(`${link}/ is a symbolic link`);
  });

  test("a folder that this user may not read", () => {
    const root = rootWith("open/a", "shut/b");
    chmodSync(root, 0o755);
    chmodSync(join(root, "shut"), 0o000);
    asNobody(() => expect(() => listFiles(root)).toThrow("shut: this user may not read it"));
  });
});

describe("what a release may hold", () => {
  test.each([
    ["hard links", "a"],
    ["a name with a quote, a dollar and a star", `it's "$HOME" * `],
    ["a name that begins with a dash", "-rf"],
    ["a hidden file", ".hidden"],
    ["dots", "...."],
    ["an emoji", "\u{1f600}"],
  ])("%s", (_, name) => {
    const root = rootWith(name);
    linkSync(join(root, name), join(root, "zz"));
    expect(listFiles(root).map(({ path }) => path)).toContain(name);
  });

  test("a file that may be run is marked", () => {
    const root = rootWith("run.sh", "read.txt");
    chmodSync(join(root, "run.sh"), 0o755);
    chmodSync(join(root, "read.txt"), 0o644);
    expect(listFiles(root).filter(({ executable }) => executable)).toMatchObject([{ path: "run.sh" }]);
  });
});

describe("limits", () => {
  test("as many files and folders as the limit are listed, one more is refused", () => {
    const root = rootWith("a", "b/c", "d");
    expect(listFiles(root, 4)).toHaveLength(3);
    expect(() => listFiles(root, 3)).toThrow(expect.objectContaining({ code: "limit-exceeded" }));
  });

  test("a file below 64 folders is listed, below 65 refused", () => {
    expect(listFiles(rootWith(`${"d/".repeat(64)}a`))).toHaveLength(1);
    expect(() => listFiles(rootWith(`${"d/".repeat(65)}a`))).toThrow("lies deeper than 64 folders");
  });

  test("a path of 1024 bytes is listed, of 1025 refused", () => {
    const folders = `${"é".repeat(100)}/`.repeat(5);
    const fits = `${folders}${"x".repeat(1024 - Buffer.byteLength(folders))}`;
    expect(listFiles(rootWith(fits)).map(({ path }) => path)).toEqual([fits]);
    expect(() => listFiles(rootWith(`${fits}y`))).toThrow("has a path longer than 1024 bytes");
  });
});

describe("a folder that is not there", () => {
  test.each([
    ["in its last part", "models/chrun", "models/churn"],
    ["in an earlier part", "modles/churn", "models"],
  ])("is answered with the nearest name: wrong %s", (_, wrong, near) => {
    const root = rootWith("models/churn/a");
    expect(() => listFiles(join(root, wrong))).toThrow(`does not exist; the nearest name is ${join(root, near)}`);
  });

  test("is answered plainly when nothing is near", () => {
    expect(() => listFiles(join(rootWith("a"), "something"))).toThrow(/something does not exist$/);
  });
});

function rootWith(...paths: readonly string[]): string {
  const root = mkdtempSync(join(scratch, "root-"));
  for (const path of paths) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), "");
  }
  return root;
}

function put(name: string | Buffer): (root: string) => void {
  return (root) => writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]), "");
}

/** Root may read everything: for a moment this process is someone else. */
function asNobody(act: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) {
    chmodSync(scratch, 0o755);
    process.seteuid?.(65534);
  }
  try {
    act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
