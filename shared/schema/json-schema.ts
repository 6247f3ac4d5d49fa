/** The part of JSON Schema (draft 2020-12) that this project's schemas use. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  /** Holds or names something secret: what was given is never repeated. */
  readonly writeOnly?: boolean;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The schema that a reference leads to, with what stands beside the reference laid over it. */
export function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  const target = root.$defs?.[$ref.replace("#/$defs/", "")];
  return target === undefined ? beside : { ...resolve(root, target), ...beside };
}

/** Every name that an enumeration allows, through references and unions. */
export function enumerated(root: JsonSchema, schema: JsonSchema): readonly unknown[] {
  const { enum: values, anyOf } = resolve(root, schema);
  return values ?? [...new Set(anyOf?.flatMap((branch) => enumerated(root, branch)))];
}
