import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { importsOf } from "./imports.ts";

/** What one part of the tree may import besides itself. `type X` allows X's types only; `node:*` any built-in. */
interface Rule {
  readonly part: RegExp;
  readonly may: readonly string[];
}

const PURE = ["node:crypto", "node:zlib"];
const GROUND = ["shared/statistics", "shared/ports", "shared/failure.ts", "shared/schema", ...PURE];
const MEASURED = ["shared/release", "shared/model", "shared/evidence", "shared/gate", "shared/report"];
const DELIVERED = ["shared/release", "shared/ledger", "shared/rollout", "shared/watch"];
const DOMAIN = [...MEASURED, ...DELIVERED, "shared/statistics", "shared/schema", "shared/failure.ts", "shared/ports"];
const ADAPTER = ["shared/ports", "shared/failure.ts", "shared/schema", "type shared/release", "type shared/model"];

/** The table of allowed imports; the first matching row holds. */
const RULES: readonly Rule[] = [
  { part: /^shared\/failure\.ts$/, may: [] },
  { part: /^shared\/ports\//, may: [] },
  { part: /^shared\/statistics\//, may: ["shared/failure.ts", "@stdlib/*"] },
  { part: /^shared\/schema\//, may: ["shared/failure.ts", "ajv", "ajv/*", "yaml"] },
  { part: /^shared\/action\//, may: ["shared/failure.ts", "shared/ports", "@actions/core"] },
  { part: /^shared\/release\//, may: GROUND },
  { part: /^shared\/model\//, may: [...GROUND, ...MEASURED.slice(0, 1)] },
  { part: /^shared\/evidence\//, may: [...GROUND, ...MEASURED.slice(0, 2)] },
  { part: /^shared\/gate\//, may: [...GROUND, ...MEASURED.slice(0, 3)] },
  {
    part: /^shared\/report\//,
    may: [
      ...GROUND,
      ...MEASURED.slice(0, 4),
      ...DELIVERED.slice(1).map((folder) => `type ${folder}`),
      "markdown-table",
      "d3-scale",
      "d3-shape",
    ],
  },
  ...["ledger", "rollout", "watch"].map((folder, index) => ({
    part: new RegExp(`^shared/${folder}/`),
    may: [...GROUND, ...DELIVERED.slice(0, index + 1), "shared/evidence", "shared/gate"],
  })),
  { part: /^shared\/adapters\/files\//, may: [...ADAPTER, "shared/model", "shared/release", "node:*"] },
  {
    part: /^shared\/adapters\/embedded\//,
    may: [...ADAPTER, "shared/model", "shared/release", "node:*", "@tensorflow/*"],
  },
  { part: /^shared\/adapters\/tensorflow\//, may: [...ADAPTER, "shared/model", "node:*"] },
  { part: /^shared\/adapters\/dataset\//, may: [...ADAPTER, "node:*", "@duckdb/*"] },
  { part: /^shared\/adapters\/traffic\//, may: [...ADAPTER, "node:*"] },
  {
    part: /^shared\/adapters\/vertex\//,
    may: [...ADAPTER, "node:*", "@google-cloud/aiplatform/build/*", "google-auth-library", "@grpc/grpc-js"],
  },
  { part: /^shared\/adapters\/storage\//, may: [...ADAPTER, "node:*", "google-auth-library"] },
  {
    part: /^shared\/adapters\/github\//,
    may: [...ADAPTER, "node:*", "@actions/github", "@actions/github/*", "@actions/artifact", "@octokit/*"],
  },
  { part: /^shared\/adapters\/git\//, may: [...ADAPTER, "node:*", "simple-git"] },
  { part: /^shared\/adapters\/system\//, may: [...ADAPTER, "node:*"] },
  {
    part: /^shared\/emulator\//,
    may: [
      "shared/ports",
      "shared/model",
      "shared/schema",
      "shared/failure.ts",
      "node:*",
      "@grpc/*",
      "@google-cloud/aiplatform/build/*",
    ],
  },
  {
    part: /^actions\/release\/commands\//,
    may: [...DOMAIN, "shared/action", "actions/*/run.ts", "actions/*/inputs.ts", "type actions/*"],
  },
  {
    part: /^actions\/wiring\//,
    may: [
      "shared/ports",
      "shared/failure.ts",
      "shared/schema",
      "shared/adapters",
      "shared/emulator",
      "shared/action",
      "node:*",
      "package.json",
      "package-lock.json",
    ],
  },
  { part: /^actions\/([^/]+\/main|release\/half-main)\.ts$/, may: ["actions/wiring", "shared/action"] },
  { part: /^actions\/[^/]+\/inputs\.ts$/, may: [...DOMAIN, "shared/action"] },
  // What stands beside a walk's run.ts is a part of it, taken out because it has a name of its own.
  { part: /^actions\/release\//, may: [...DOMAIN, "actions/*/run.ts", "actions/*/inputs.ts"] },
  { part: /^actions\/validate\//, may: [...DOMAIN, "actions/setup/run.ts"] },
  { part: /^actions\/promote\//, may: [...DOMAIN, "actions/rollback/run.ts"] },
  { part: /^actions\/[^/]+\//, may: DOMAIN },
];

/** Each forbidden import below `root`, as `file:line imports what`. */
export function forbiddenImports(root: string): readonly string[] {
  return sourceFiles(root).flatMap((file) => {
    const rule = RULES.find(({ part }) => part.test(file));
    if (rule === undefined) return [`${file}: this place is not in the tree that DESIGN draws`];
    return importsOf(join(root, file))
      .map((found) => ({ ...found, target: targetOf(file, found.specifier) }))
      .filter(({ target, isTypeOnly }) => !isSamePart(file, target) && !isAllowed(rule, target, isTypeOnly))
      .map(({ line, target }) => `${file}:${line} imports ${target}`);
  });
}

function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => /^(shared|actions)\//.test(file) && !file.includes("/dist/"))
    .sort();
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith(".") ? join(dirname(file), specifier) : specifier;
}

/** `shared/model`, `shared/adapters/git`, `actions/validate`: an adapter never sees its sibling, an action neither. */
function partOf(file: string): string {
  return file
    .split("/")
    .slice(0, file.startsWith("shared/adapters/") ? 3 : 2)
    .join("/");
}

function isSamePart(file: string, target: string): boolean {
  // main.ts sees only its own run and inputs; that run sees no main.
  if (file.endsWith("/main.ts"))
    return target === join(dirname(file), "run.ts") || target === join(dirname(file), "inputs.ts");
  return partOf(file) === partOf(target) && !target.endsWith("/main.ts");
}

function isAllowed({ may }: Rule, target: string, isTypeOnly: boolean): boolean {
  return may.some((allowed) => {
    const [, typeOnly, pattern] = /^(type )?(.*)$/.exec(allowed)!;
    if (typeOnly !== undefined && !isTypeOnly) return false;
    const expression = new RegExp(
      `^${pattern!
        .replaceAll(".", "\\.")
        .replaceAll("*", "[^/]+")
        .replace(/\[\^\/]\+$/, ".+")}(/|$)`,
    );
    return expression.test(target);
  });
}
