import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leftOut } from "../../.github/scripts/lockfile.ts";
import { project } from "./project.ts";

const lockfile = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));

test("the lockfile holds every platform's packages, so that `npm ci` takes it (npm run lock)", () => {
  expect([...leftOut(lockfile).keys()]).toEqual([]);
});

test("the lockfile names no download address", () => {
  expect(JSON.stringify(lockfile)).not.toContain('"resolved"');
});

test("a package of another platform that was left out is added for that platform alone", () => {
  const packages = {
    "node_modules/tool": { version: "2.0.0", dev: true, optionalDependencies: { "@tool/linux-arm64-musl": "2.0.0" } },
    "node_modules/older/node_modules/tool": {
      version: "1.0.0",
      optionalDependencies: { "@tool/linux-arm64-musl": "1.0.0" },
    },
  };
  const platform = { os: ["linux"], cpu: ["arm64"], libc: ["musl"], optional: true };
  expect(Object.fromEntries(leftOut({ packages }))).toEqual({
    "node_modules/@tool/linux-arm64-musl": { version: "2.0.0", dev: true, ...platform },
    "node_modules/older/node_modules/tool/node_modules/@tool/linux-arm64-musl": { version: "1.0.0", ...platform },
  });
});
