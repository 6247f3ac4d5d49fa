const NAMES: ReadonlyMap<string, string> = new Map([
  ["csv", "a table (CSV)"],
  ["tsv", "a table (TSV)"],
  ["parquet", "a table (Parquet)"],
  ["feather", "a table (Feather)"],
  ["arrow", "a table (Arrow)"],
  ["orc", "a table (ORC)"],
  ["avro", "a table (Avro)"],
  ["xls", "a spreadsheet"],
  ["xlsx", "a spreadsheet"],
  ["jsonl", "a table (JSON lines)"],
  ["ndjson", "a table (JSON lines)"],
  ["tfrecord", "a data set (TFRecord)"],
  ["tfrecords", "a data set (TFRecord)"],
  ["npy", "an array (NumPy)"],
  ["npz", "arrays (NumPy)"],
  ["mat", "arrays (MATLAB)"],
  ["sqlite", "a database (SQLite)"],
  ["sqlite3", "a database (SQLite)"],
  ["db", "a database"],
]);

const MAGICS: readonly (readonly [sign: string, kind: string])[] = [
  ["PAR1", "a table (Parquet)"],
  ["ARROW1", "a table (Arrow)"],
  ["Obj\x01", "a table (Avro)"],
  ["SQLite format 3\0", "a database (SQLite)"],
];

/** Data belongs into a release only where the model itself reads it: under its assets. */
export function dataFileKind(path: string, head: Buffer): string | null {
  if (/^assets(\.extra)?\//.test(path)) return null;
  const text = head.toString("latin1");
  const byContent = MAGICS.find(([sign]) => text.startsWith(sign))?.[1];
  const plain = path.toLowerCase().replace(/\.(gz|zst|bz2|xz)$/, "");
  return byContent ?? NAMES.get(plain.slice(plain.lastIndexOf(".") + 1)) ?? null;
}
