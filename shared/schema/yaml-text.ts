/** Values as YAML text on one line, quoted where YAML 1.1 or 1.2 would read something else. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${scalarText(key)}: ${valueText(member)}`);
    return `{${members.join(", ")}}`;
  }
  return typeof value === "string" ? scalarText(value) : JSON.stringify(value);
}

/** A string, plain where that is safe inside flow collections too, else in the quotes asked for. */
export function scalarText(text: string, style?: string): string {
  if (style === undefined && isPlainSafe(text)) return text;
  if (style === "QUOTE_SINGLE" && /^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const unseen = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  return JSON.stringify(text).replaceAll(
    unseen,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isPlainSafe(text: string): boolean {
  if (/^[0-9]+\.[0-9]+\.[0-9]+$/.test(text)) return true;
  if (!/^[A-Za-z_./][\w./@+-]*(:[\w./@+-]+)*$/.test(text)) return false;
  return !/^(y|n|yes|no|on|off|true|false|null|\.inf|\.nan)$/i.test(text) && !/^[.]*[0-9]/.test(text);
}
