import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// npm start: packs and inspects a bundled model release, as a newcomer would with their own.

const project = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "model-release-"));
try {
  cpSync(join(project, "fixtures/models/keras3-exported"), join(scratch, "artifacts/churn"), { recursive: true });
  say("A SavedModel lies in artifacts/churn. What is it? Nothing is loaded to find out.");
  run("inspect", "artifacts/churn");
  say("Make it a release: a manifest that pins it by digest, with a TODO where only a person knows.");
  run("pack", "artifacts/churn");
  console.log(`\n${readFileSync(join(scratch, "release.yaml"), "utf8").trimEnd()}`);
  say("What the release declares, held against the model that it pins:");
  run("inspect", "release.yaml");
  say("And a model that would write to the server's disk as soon as it is loaded:");
  run("inspect", join(project, "fixtures/models/unsafe-write-at-load"));
} finally {
  rmSync(scratch, { recursive: true });
}

function say(text: string): void {
  console.log(`\n── ${text}`);
}

function run(...words: readonly string[]): void {
  console.log(`$ model-release ${words.map((word) => word.replace(`${project}/`, "")).join(" ")}`);
  const main = join(project, "actions/release/main.ts");
  const { npm_command: _, ...environment } = process.env;
  spawnSync(process.execPath, [main, ...words], { cwd: scratch, stdio: "inherit", env: environment });
}
