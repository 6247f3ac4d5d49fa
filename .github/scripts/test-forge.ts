import { spawnSync } from "node:child_process";
import { join } from "node:path";

// The whole loop on a real forge: what it needs is built, and nothing is skipped.
process.env.MODEL_RELEASE_ACT = "required";
process.env.MODEL_RELEASE_FORGE = "required";
const test = join(import.meta.dirname, "test.ts");
const words = [test, "--no-skips", "--project", "forge", ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, words, { stdio: "inherit" }).status ?? 1;
