import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { project } from "../repo/project.ts";

export const PACKAGES = ["google-cloud-aiplatform==2.7.0", "google-cloud-storage==3.17.1"];

const FOLDER = join(project, ".cache/google-python");
const OWN = join(FOLDER, "bin/python");

/** A Python that has Google's clients: the one that MODEL_RELEASE_PYTHON names, or our own. Null where there is none. */
export function pythonWithClients(): string | null {
  const named = process.env.MODEL_RELEASE_PYTHON;
  if (named !== undefined && named !== "required") return named;
  return existsSync(OWN) ? OWN : null;
}

/** Makes our own where it is asked for, before any test: a second one would find the half that the first has made. */
export function setup(): void {
  if (existsSync(OWN) || process.env.MODEL_RELEASE_PYTHON !== "required") return;
  execFileSync("python3", ["-m", "venv", FOLDER], { stdio: "inherit" });
  execFileSync(OWN, ["-m", "pip", "install", "--quiet", ...PACKAGES], { stdio: "inherit" });
}
