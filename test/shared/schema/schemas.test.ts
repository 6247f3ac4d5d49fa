import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { isIsoDate } from "../../../shared/schema/iso-date.ts";
import { project } from "../../repo/project.ts";

const folder = join(project, "shared/schema");
const names = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));

test.each(names)("%s is what JSON Schema calls a schema, every rule of it known", (name) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: isIsoDate } });
  const schema = JSON.parse(readFileSync(join(folder, name), "utf8"));
  expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  expect(ajv.compile(schema)).toBeTypeOf("function");
});

test("there are schemas", () => {
  expect(names).toContain("release.schema.json");
});
