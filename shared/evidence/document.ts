import type { Problem } from "../failure.ts";
import { readableJson } from "../schema/canonical-json.ts";
import schema from "../schema/evidence.schema.json" with { type: "json" };
import { parseJson } from "../schema/json.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import { withNumbers } from "../schema/numbers.ts";
import { dotted } from "../schema/phrases.ts";
import type { Parsed } from "../schema/source.ts";
import { failureOf, validate } from "../schema/validate.ts";
import type { Contradiction } from "./contradictions/contradiction.ts";
import { contradictionsIn } from "./contradictions.ts";
import type { Evidence } from "./evidence.ts";

/** Evidence of a thousand slices takes two megabytes. Nothing in it is nested deeper than a metric of a slice. */
const LIMITS = { maxBytes: 32 * 2 ** 20, maxDepth: 16, maxValues: 2 ** 20 };

const FIX = "Run `model-release validate` again, and leave what it writes as it is.";
const MOST_TOLD = 100;

/** The inverse of `parseEvidence`. */
export function evidenceText(evidence: Evidence): string {
  return readableJson(evidence);
}

/** Evidence from a file that anybody may have written, or one Failure with every problem of it. */
export function parseEvidence(text: Uint8Array | string, file: string): Evidence {
  const parsed = parseJson(text, file, LIMITS);
  const document = validate<unknown>(schema as JsonSchema, parsed);
  const evidence = withNumbers(document, schema as JsonSchema) as Evidence;
  const found = contradictionsIn(evidence).slice(0, MOST_TOLD);
  if (found.length > 0)
    throw failureOf(
      "document-invalid",
      found.map((one) => problemOf(one, parsed)),
    );
  return evidence;
}

function problemOf({ at, message }: Contradiction, { file, places }: Parsed): Problem {
  return { file, ...places.value(at), message: `${dotted(at)} contradicts itself: ${message}`, fix: FIX };
}
