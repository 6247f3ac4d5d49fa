import { refusal } from "../status.ts";

/** What one series is called: `metric.type`, `metric.labels.response_code`, `resource.labels.endpoint_id`. */
export type Fields = Readonly<Record<string, string>>;
export type Filter = (fields: Fields) => boolean;

const MAX_LENGTH = 2_048;
const COMPARISON =
  /\s*(?:AND\s+)?([a-z_]+(?:\.[A-Za-z_]+)*(?:\."[^"]*")?)\s*(!?=)\s*(?:(starts_with|ends_with|one_of)\s*\(([^()]*)\)|("(?:[^"\\]|\\.)*"|[\w.-]+))/y;

/** Comparisons joined by AND, or by nothing: as much of Monitoring's filters as clients of Vertex AI write. */
export function parseFilter(text: string): Filter {
  if (text.length > MAX_LENGTH) throw malformed(text.slice(0, 100));
  const filters: Filter[] = [];
  const comparison = new RegExp(COMPARISON);
  while (text.slice(comparison.lastIndex).trim() !== "") {
    const at = comparison.lastIndex;
    const [, field, operator, call, operands, plain] = comparison.exec(text) ?? [];
    if (field === undefined) throw malformed(text.slice(at));
    filters.push(compared(normal(field), operator === "!=", { call, operands: operandsOf(operands ?? plain ?? "") }));
  }
  if (!/\bmetric\.type\b/.test(text)) throw malformed("it must name metric.type");
  return (fields) => filters.every((matches) => matches(fields));
}

interface Comparison {
  readonly call: string | undefined;
  readonly operands: readonly string[];
}

function compared(field: string, isNegated: boolean, { call, operands }: Comparison): Filter {
  return (fields) => operands.some((operand) => agrees(fields[field] ?? "", operand, call)) !== isNegated;
}

function agrees(value: string, operand: string, call: string | undefined): boolean {
  if (call === "starts_with") return value.startsWith(operand);
  return call === "ends_with" ? value.endsWith(operand) : value === operand;
}

/** `metric.label.x`, `metric.labels.x` and `metric.labels."x"` are one. */
function normal(field: string): string {
  return field.replace(/^(metric|resource)\.labels?\."?([^"]*)"?$/, "$1.labels.$2");
}

function operandsOf(text: string): readonly string[] {
  const quoted = text.match(/"(?:[^"\\]|\\.)*"/g);
  return quoted === null ? [text] : quoted.map((each) => each.slice(1, -1).replaceAll(/\\(.)/g, "$1"));
}

function malformed(what: string): Error {
  return refusal("INVALID_ARGUMENT", `Field filter had an invalid value: could not understand ${what.slice(0, 200)}`);
}
