import { damaged } from "../bytes.ts";

const MAX_DEPTH = 200;
const MAX_CHARACTERS = 16 << 20;
/** Parsed, a container of one byte costs a hundred: counts are bounded before anything is built. */
const MAX_CONTAINERS = 200_000;
const MAX_VALUES = 1_000_000;

/** JSON as Python writes it, with its bare NaN and Infinity, and no deeper or longer than a configuration is. */
export function parsePythonJson(text: string): unknown {
  if (text.length > MAX_CHARACTERS) throw damaged("its configuration is longer than we read");
  const plain = withoutBareNumbers(text);
  try {
    return JSON.parse(plain);
  } catch {
    throw damaged("its configuration is not JSON");
  }
}

/** One pass outside strings: nesting and size are measured, and NaN and infinities become null. */
function withoutBareNumbers(text: string): string {
  const parts: string[] = [];
  let [copied, depth, containers, values] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") requireSize(++depth, ++containers, values);
    else if (character === "]" || character === "}") depth--;
    else if (character === ",") values++;
    else if (character === "N" || character === "I") {
      const word = character === "N" ? "NaN" : "Infinity";
      if (!text.startsWith(word, at)) continue;
      parts.push(text.slice(copied, text[at - 1] === "-" ? at - 1 : at), "null");
      at += word.length - 1;
      copied = at + 1;
    }
  }
  requireSize(depth, containers, values);
  return parts.length === 0 ? text : parts.join("") + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function requireSize(depth: number, containers: number, values: number): void {
  if (depth > MAX_DEPTH) throw damaged(`its configuration is nested deeper than ${MAX_DEPTH} levels`);
  if (containers > MAX_CONTAINERS || values > MAX_VALUES) throw damaged("its configuration holds more than we read");
}
