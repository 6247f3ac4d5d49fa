import { Failure } from "../../../failure.ts";

export interface CsvOptions {
  readonly delimiter: number;
  /** Whether quotes may enclose a field. */
  readonly hasQuotes: boolean;
}

const QUOTE = 0x22;

/** The fields of one record, as RFC 4180 has it: no line end outside of quotes. An empty record has none. */
export function splitCsvRecord(record: Uint8Array, options: CsvOptions): readonly Uint8Array[] {
  const fields: Uint8Array[] = [];
  if (record.length === 0) return fields;
  for (let at = 0; at <= record.length; at++) {
    const isQuoted = options.hasQuotes && record[at] === QUOTE;
    const end = isQuoted ? takeQuoted(record, at + 1, { fields, ...options }) : endOfPlain(record, at, options);
    if (!isQuoted) fields.push(record.slice(at, end));
    at = end;
  }
  return fields;
}

function endOfPlain(record: Uint8Array, from: number, { delimiter, hasQuotes }: CsvOptions): number {
  let at = from;
  for (; at < record.length && record[at] !== delimiter; at++) {
    const isMark = record[at] === QUOTE || record[at] === 0x0a || record[at] === 0x0d;
    if (hasQuotes && isMark) throw malformed("Unquoted fields cannot have quotes/CRLFs inside");
  }
  return at;
}

/** Where the field's delimiter is; quotes within are doubled. */
function takeQuoted(
  record: Uint8Array,
  from: number,
  { fields, delimiter }: CsvOptions & { readonly fields: Uint8Array[] },
): number {
  const bytes: number[] = [];
  for (let at = from; at < record.length; at++) {
    if (record[at] !== QUOTE) bytes.push(record[at]!);
    else if (record[at + 1] === QUOTE) bytes.push(record[++at]!);
    else if (at + 1 === record.length || record[at + 1] === delimiter) {
      fields.push(Uint8Array.from(bytes));
      return at + 1;
    } else throw malformed("Quote inside a string has to be escaped by another quote");
  }
  throw malformed("Quoted field has to end with quote followed by delim or end");
}

function malformed(reason: string): Failure {
  return new Failure("prediction-failed", reason, { fix: "Send records as RFC 4180 writes them." });
}
