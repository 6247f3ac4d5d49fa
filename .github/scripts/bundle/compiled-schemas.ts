import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Plugin } from "rolldown";
import { AJV_OPTIONS } from "../../../shared/schema/compile.ts";
import type { JsonSchema } from "../../../shared/schema/json-schema.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/schema");
const COMPILE = /\/shared\/schema\/compile\.ts$/;
const PREFIX = "\0compiled:";
const REPORTS = ["all", "first"] as const;

/**
 * Compiles the schemas when the bundle is built: ajv makes code of a schema at run time, which takes three times Node's
 * own start. Each is a file of its own, read with the first document that it is asked about.
 */
export const compiledSchemas: Plugin = {
  name: "compiled-schemas",
  buildStart() {
    for (const name of schemaNames())
      for (const report of REPORTS)
        this.emitFile({ type: "chunk", id: `${PREFIX}${name}:${report}`, fileName: `schema-${name}-${report}.js` });
  },
  resolveId: (source) => (source.startsWith(PREFIX) ? source : null),
  load(id) {
    if (COMPILE.test(id)) return LOOK_UP;
    if (!id.startsWith(PREFIX)) return null;
    const [name = "", report] = id.slice(PREFIX.length).split(":");
    return codeOf(readSchema(name), report === "all");
  },
};

function schemaNames(): readonly string[] {
  return readdirSync(FOLDER).flatMap((file) => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? []);
}

function readSchema(name: string): JsonSchema {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8")) as JsonSchema;
}

/** The schema and each definition that a union names, as exported functions. */
function codeOf(schema: JsonSchema, allErrors: boolean): string {
  const code = { source: true, esm: true, formats: _`formats` };
  const ajv = new Ajv2020({ ...AJV_OPTIONS, allErrors, code });
  ajv.addSchema(schema);
  const branches = [...branchesOf(schema)].map((reference, index) => [`branch${index}`, reference] as const);
  const named = Object.fromEntries(branches.map(([name, reference]) => [name, `${schema.$id}${reference}`]));
  const table = branches.map(([name, reference]) => `${JSON.stringify(reference)}: ${name}`);
  return [
    `import { isIsoDate } from ${JSON.stringify(join(FOLDER, "iso-date.ts"))};`,
    "const formats = { date: isIsoDate };",
    standalone.default(ajv, { whole: schema.$id!, ...named }),
    `export const branches = { ${table.join(", ")} };`,
  ].join("\n");
}

function branchesOf(schema: JsonSchema): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "anyOf") for (const { $ref } of value as readonly JsonSchema[]) if ($ref !== undefined) found.add($ref);
    return value;
  });
  return found;
}

/** In place of the module that compiles. It answers at once, so the files are required and not imported. */
const LOOK_UP = `
import { createRequire } from "node:module";
const load = createRequire(import.meta.url);
const rulesOf = (validate) => validate && ((value) => (validate(value) ? [] : (validate.errors ?? [])));
export function compile({ $id }, report) {
  const { whole, branches } = load("./schema-" + $id.split(":")[2] + "-" + report + ".js");
  return { whole: rulesOf(whole), branch: (reference) => rulesOf(branches[reference]) };
}
`;
