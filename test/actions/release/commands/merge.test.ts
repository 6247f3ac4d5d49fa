import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ShardDocument } from "../../../../shared/evidence/collect/shard-folder.ts";
import type { Evidence } from "../../../../shared/evidence/evidence.ts";
import type { SanityEvidence } from "../../../../shared/evidence/sanity.ts";
import { laidRelease } from "../../validate/laid-release.ts";
import { callInOneProcess as call } from "../call-in-one-process.ts";

type Attack = (shard: string) => void;

test("shards that contradict themselves or each other do not join", async () => {
  const folder = await laidRelease();
  for (const part of ["1", "2"]) await call(folder, "validate", "release.yaml", "--shard", `${part}/2`, "--out", part);
  for (const [attack, refusal] of ATTACKS) {
    await call(folder, "validate", "release.yaml", "--shard", "2/2", "--out", "2");
    attack(join(folder, "2"));
    await expect(call(folder, "merge", "1", "2", "--out", "joined")).rejects.toThrow(refusal);
    rmSync(join(folder, "2"), { recursive: true });
  }
});

const ATTACKS: readonly (readonly [attack: Attack, refusal: string])[] = [
  [claims({ index: 0, count: 2 }), "shard.json is of shard 1 of 2, and the scores of shard 2 of 2"],
  [claims({ index: 1, count: 4 }), "shard.json is of shard 2 of 4, and the scores of shard 2 of 2"],
  [tells({ rows: 7 }), "7 rows are told of, and"],
  [tells({ outputs: [] }), "tells of other outputs than"],
  [(shard) => truncateSync(join(shard, "scores.bin"), 1000), "it has 1000 bytes, where its rows take"],
  [(shard) => writeFileSync(join(shard, "scores.bin"), ""), "does not begin with a line of JSON"],
  [flipped, "its bytes are not those its digest is of"],
  [insteadOf("scores.bin", (path) => mkdirSync(path)), "is a folder"],
  [insteadOf("scores.bin", (path) => symlinkSync("../1/scores.bin", path)), "is a symbolic link"],
  [insteadOf("scores.bin", (path) => execFileSync("mkfifo", [path])), "is not a regular file"],
  [insteadOf("evidence.json", (path) => execFileSync("mkfifo", [path])), "is not a regular file"],
];

describe("a verdict beside a shard's evidence", () => {
  test("counts for nothing", async () => {
    const folder = await laidRelease(50);
    for (const part of ["1", "2"]) {
      await call(folder, "validate", "release.yaml", "--shard", `${part}/2`, "--out", part);
      writeFileSync(join(folder, part, "verdict.json"), '{"schema":"model-release/verdict/v1","status":"pass"}');
    }
    expect(await call(folder, "merge", "1", "2", "--out", "joined")).toMatchObject({ exitCode: 3 });
  });
});

function claims(shard: ShardDocument["shard"]): Attack {
  return (folder) => rewrite<ShardDocument>(join(folder, "shard.json"), (document) => ({ ...document, shard }));
}

function tells(changes: Partial<SanityEvidence>): Attack {
  return (folder) =>
    rewrite<Evidence>(join(folder, "evidence.json"), (evidence) => ({
      ...evidence,
      sanity: { ...(evidence.sanity as SanityEvidence), ...changes },
    }));
}

function flipped(shard: string): void {
  const bytes = readFileSync(join(shard, "scores.bin"));
  bytes[bytes.length - 100]! ^= 1;
  writeFileSync(join(shard, "scores.bin"), bytes);
}

function insteadOf(name: string, put: (path: string) => void): Attack {
  return (shard) => {
    rmSync(join(shard, name));
    put(join(shard, name));
  };
}

function rewrite<Document>(file: string, change: (document: Document) => Document): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")) as Document)));
}
