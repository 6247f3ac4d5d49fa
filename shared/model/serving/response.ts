import { Failure } from "../../failure.ts";
import type { Dtype, NamedTensors, Tensor, TensorData } from "../../ports/tensor.ts";
import { float32Text, float64Text } from "./decimal.ts";
import type { Form } from "./named-tensors.ts";
import { BFLOAT16, FLOAT16, unpackFloat } from "./small-floats.ts";

/** TensorFlow Serving knows bytes from text by the end of a tensor's name. */
const BYTES_SUFFIX = "_bytes";
/** A text of JavaScript holds 2^29 characters. */
const MAX_CHARACTERS = 2 ** 28;
const INTEGERS: readonly Dtype[] = [
  ...(["int4", "int8", "int16", "int32", "int64", "uint4", "uint8", "uint16", "uint32", "uint64"] as const),
];
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

type PrintElement = (index: number) => string;

/** A tensor, a way to print its elements, and how many were printed. */
interface Printer {
  readonly name: string;
  readonly shape: readonly number[];
  readonly print: PrintElement;
  at: number;
}

/** What TensorFlow Serving answers: `predictions` for rows, `outputs` for columns; a single output has no name. */
export function printResponse(outputs: NamedTensors, form: Form): string {
  const printers = [...outputs].map(([name, tensor]) => printer(name, tensor));
  if (printers.length === 0)
    throw new Failure("request-invalid", "The signature has no outputs.", { fix: FIX_SIGNATURE });
  return form === "rows" ? rows(printers) : `{\n  "outputs": ${group(printers, 0)}\n}`;
}

const FIX_SIGNATURE = "Ask for a signature whose outputs are numbers, booleans or strings.";

function rows(printers: readonly Printer[]): string {
  const [first] = printers;
  for (const { name, shape } of printers) {
    if (shape.length > 0 && shape[0] === first!.shape[0]) continue;
    const given =
      shape.length === 0 ? "is a single value" : `has ${shape[0]} rows where others have ${first!.shape[0]}`;
    throw new Failure("request-invalid", `The output ${JSON.stringify(name)} ${given}, which rows cannot show.`, {
      fix: 'Ask in columns, with "inputs" in place of "instances".',
    });
  }
  const lines: string[] = [];
  let characters = 0;
  for (let row = 0; row < first!.shape[0]!; row += 1) {
    const line = group(printers, 1);
    characters += line.length;
    if (characters > MAX_CHARACTERS) throw tooLong();
    lines.push(`    ${line}`);
  }
  return lines.length === 0 ? '{\n  "predictions": []\n}' : `{\n  "predictions": [\n${lines.join(",\n")}\n  ]\n}`;
}

function group(printers: readonly Printer[], level: number): string {
  const [only, ...others] = printers;
  if (others.length === 0) return nested(only!, level);
  return `{${printers.map((each) => `${quoted(each.name)}: ${nested(each, level)}`).join(", ")}}`;
}

function nested(printer: Printer, level: number): string {
  const length = printer.shape[level];
  if (length === undefined) return printer.print(printer.at++);
  const items: string[] = [];
  let characters = 0;
  for (let index = 0; index < length; index += 1) {
    const item = nested(printer, level + 1);
    characters += item.length;
    if (characters > MAX_CHARACTERS) throw tooLong();
    items.push(item);
  }
  return `[${items.join(", ")}]`;
}

function printer(name: string, { dtype, shape, data }: Tensor): Printer {
  return { name, shape, print: elementPrinter(name, dtype, data), at: 0 };
}

function elementPrinter(name: string, dtype: Dtype, data: TensorData): PrintElement {
  const numbers = data as ArrayLike<number>;
  if (INTEGERS.includes(dtype)) return (index) => String(data[index]);
  switch (dtype) {
    case "float32":
      return (index) => float32Text(numbers[index]!);
    case "float64":
      return (index) => float64Text(numbers[index]!);
    case "float16":
      return (index) => float32Text(unpackFloat(numbers[index]!, FLOAT16));
    case "bfloat16":
      return (index) => float32Text(unpackFloat(numbers[index]!, BFLOAT16));
    case "bool":
      return (index) => String(numbers[index] !== 0);
    case "string": {
      const isBytes = name.endsWith(BYTES_SUFFIX);
      return (index) => stringText((data as readonly Uint8Array[])[index]!, isBytes);
    }
    default:
      throw new Failure(
        "request-invalid",
        `The output ${JSON.stringify(name)} is of ${dtype}, which JSON cannot carry.`,
        {
          fix: FIX_SIGNATURE,
        },
      );
  }
}

function stringText(bytes: Uint8Array, isBytes: boolean): string {
  const text = isBytes ? null : textOf(bytes);
  return text === null ? `{"b64": "${Buffer.from(bytes).toString("base64")}"}` : quoted(text);
}

/** Null where the bytes are no UTF-8: TensorFlow Serving writes them as they are, and no client can read that. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

// In a job's log `##[` starts a workflow command anywhere in a line; the escape is the same JSON value.
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("##[", "##\\u005b");
}

function tooLong(): Failure {
  return new Failure("limit-exceeded", `The answer has more than ${MAX_CHARACTERS} characters.`, {
    fix: "Ask for fewer rows at a time.",
  });
}
