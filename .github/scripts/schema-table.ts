import { type JsonSchema, resolve } from "../../shared/schema/json-schema.ts";

/** Every field of a schema, one table a section, as `key` · meaning · default; nested keys are written with dots. */
export function schemaTables(schema: JsonSchema): string {
  return Object.entries(schema.properties ?? {})
    .map(([section, property]) => {
      const head = `### ${section}\n\n${cell(property.description ?? resolve(schema, property).description ?? "")}`;
      const rows = fieldRows(schema, property, section);
      return rows.length === 0
        ? head
        : `${head}\n\n| key | meaning | default |\n| --- | --- | --- |\n${rows.join("\n")}`;
    })
    .join("\n\n");
}

function fieldRows(root: JsonSchema, given: JsonSchema, path: string): readonly string[] {
  const shape = resolve(root, given);
  if (shape.items !== undefined) return fieldRows(root, shape.items, `${path}[]`);
  if (shape.anyOf !== undefined) return [...new Set(shape.anyOf.flatMap((branch) => fieldRows(root, branch, path)))];
  return Object.entries(shape.properties ?? {}).flatMap(([key, property]) => {
    const name = `${path}.${key}`;
    const isRequired = shape.required?.includes(key) === true;
    return [row(name, property, resolve(root, property), isRequired), ...fieldRows(root, property, name)];
  });
}

function row(name: string, property: JsonSchema, resolved: JsonSchema, isRequired: boolean): string {
  const fallback = property.default ?? resolved.default;
  const shown = isRequired ? "required" : fallback === undefined ? "" : `\`${JSON.stringify(fallback)}\``;
  return `| \`${name}\` | ${cell(property.description ?? resolved.description ?? "")} | ${shown} |`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}
