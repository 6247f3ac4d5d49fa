import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "../../../shared/failure.ts";

/** A model repository with an origin, as a team would have it. */
export interface ModelRepository {
  readonly checkout: string;
  readonly environment: Readonly<Record<string, string>>;
  git(...command: readonly string[]): Promise<string>;
  lay(version: string): Promise<void>;
}

const DEADLINE_MS = 60_000;
const WHO = { NAME: "A data scientist", EMAIL: "somebody@example.com" };
const README = "# Models\n\nWhat `churn/release.yaml` says on `main` is what the endpoint serves.\n";

/** Lays it below a folder, with all but a first release in it. */
export async function layRepository(folder: string, props: string): Promise<ModelRepository> {
  const environment = environmentOf(folder);
  const [origin, checkout] = [join(folder, "origin.git"), join(folder, "models")];
  await mkdir(environment.HOME!);
  const at = gitAt(checkout, environment);
  const above = gitAt(folder, environment);
  await above("init", "--quiet", "--template=", "--bare", "--initial-branch=main", origin);
  await above("clone", "--quiet", "--template=", origin, checkout);
  await at("symbolic-ref", "HEAD", "refs/heads/main");
  await mkdir(join(checkout, "churn"));
  await cp(join(props, "eval.csv"), join(checkout, "churn/eval.csv"));
  await writeFile(join(checkout, "README.md"), README);
  // A digest is over bytes: Git must not make others of them.
  await writeFile(join(checkout, ".gitattributes"), "* -text\n");
  await at("add", "--all");
  await at("commit", "--quiet", "--message", "A repository for our models");
  await at("push", "--quiet", "--set-upstream", "origin", "main");
  return {
    checkout,
    environment,
    git: at,
    async lay(version) {
      await rm(join(checkout, "churn/artifact"), { recursive: true, force: true });
      await cp(join(props, "releases", version), join(checkout, "churn"), { recursive: true });
    },
  };
}

/** No setting of the machine's or the user's: whoever signs every commit with a key is asked for nothing. */
function environmentOf(folder: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: join(folder, "home"),
    LC_ALL: "C",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: WHO.NAME,
    GIT_AUTHOR_EMAIL: WHO.EMAIL,
    GIT_COMMITTER_NAME: WHO.NAME,
    GIT_COMMITTER_EMAIL: WHO.EMAIL,
  };
}

function gitAt(cwd: string, env: Readonly<Record<string, string>>): ModelRepository["git"] {
  return async (...command) => {
    try {
      const { stdout } = await promisify(execFile)("git", [...command], { cwd, env, timeout: DEADLINE_MS });
      return stdout;
    } catch (cause) {
      throw gitFailure(command, cause as NodeJS.ErrnoException & { readonly stderr?: string });
    }
  };
}

function gitFailure(command: readonly string[], cause: NodeJS.ErrnoException & { readonly stderr?: string }): Failure {
  if (cause.code === "ENOENT")
    return new Failure("tool-missing", "Git is not on this machine's path.", { fix: "Install Git.", cause });
  const said = cause.stderr?.trim() || cause.message;
  return new Failure("tool-failed", `git ${command[0]}: ${said}`, { fix: "Read what Git says.", cause });
}
