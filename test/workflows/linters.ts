import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { goProgram } from "../go-program.ts";
import { project } from "../repo/project.ts";

/** What a linter printed, and how it ended. */
interface Linted {
  readonly exitCode: number | null;
  readonly said: string;
}

/** The three linters, each seen from a folder. */
interface Linters {
  actionlint(folder: string): Linted;
  zizmor(folder: string): Linted;
  schema(folder: string, name: SchemaName, files: readonly string[]): Linted;
}

type SchemaName = "vendor.github-workflows" | "vendor.github-actions";

const FOLDER = join(project, ".cache/linters");
const PYTHON = join(FOLDER, "python-zizmor-1.32.0-check-jsonschema-0.39.0");
const PACKAGES = ["zizmor==1.32.0", "check-jsonschema==0.39.0"];

const isRequired = process.env.MODEL_RELEASE_LINTERS === "required";
const ACTIONLINT = goProgram(
  { folder: "linters/actionlint-1.7.12", module: "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12" },
  isRequired,
);
if (isRequired) installPython();

/** Said loudly where it is false: then no workflow is linted. */
export const areInstalled = existsSync(ACTIONLINT) && existsSync(join(PYTHON, "bin/check-jsonschema"));

export const linters: Linters = {
  // Shellcheck and pyflakes are whatever a machine happens to have.
  actionlint: (folder) => run(ACTIONLINT, ["-no-color", "-shellcheck=", "-pyflakes="], folder),
  zizmor: (folder) =>
    run(join(PYTHON, "bin/zizmor"), ["--offline", "--no-progress", "--persona", "pedantic", "."], folder),
  schema: (folder, name, files) =>
    run(join(PYTHON, "bin/check-jsonschema"), ["--builtin-schema", name, ...files], folder),
};

function installPython(): void {
  if (existsSync(join(PYTHON, "bin/check-jsonschema"))) return;
  execFileSync("python3", ["-m", "venv", PYTHON], { stdio: "inherit" });
  execFileSync(join(PYTHON, "bin/pip"), ["install", "--quiet", ...PACKAGES], { stdio: "inherit" });
}

function run(program: string, words: readonly string[], folder: string): Linted {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: "utf8" });
  if (error !== undefined) throw error;
  return { exitCode: status, said: `${stdout}${stderr}` };
}
