import { damaged } from "../bytes.ts";

const MAX_DEPTH = 200;
const MAX_CHARACTERS = 16 << 20;
const [QUOTE, BACKSLASH, OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x7b, 0x5d, 0x7d];
const [LETTER_N, LETTER_I] = [0x4e, 0x49];

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

/** One pass: nesting is measured before anything recurses over it, and NaN outside strings becomes null. */
function withoutBareNumbers(text: string): string {
  const parts: string[] = [];
  let [depth, copied, isInString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MAX_DEPTH) throw damaged(`its configuration is nested deeper than ${MAX_DEPTH} levels`);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
    else if (code === LETTER_N || code === LETTER_I) {
      const word = code === LETTER_N ? "NaN" : "Infinity";
      if (!text.startsWith(word, at)) continue;
      parts.push(text.slice(copied, text[at - 1] === "-" ? at - 1 : at), "null");
      at += word.length - 1;
      copied = at + 1;
    }
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(copied);
}
