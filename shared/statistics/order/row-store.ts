/** Room for bytes that memory has none for; what is appended is copied, and can be read back from where it lies. */
export interface ByteStore {
  append(bytes: Uint8Array): number;
  read(position: number, into: Uint8Array): void;
}

/** A number for each row, written in any order of the rows and read in their own. */
export interface RowStore {
  readonly write: (rows: Uint32Array, values: Float64Array) => void;
  /** Of consecutive rows, gone when others are read. Reading from the first row to the last reads each byte once. */
  readonly read: (firstRow: number, count: number) => Float64Array;
}

/** Rows whose values lie together. Those of one bucket are in memory while they are read. */
const BUCKET_ROWS = 32 * 8192;
/** Values of a bucket that are written at once. */
const CHUNK = 1024;

interface Bucket {
  readonly chunks: number[];
  readonly open: Chunk;
  filled: number;
}

/** Values, and behind them whose they are. */
interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly values: Float64Array;
  readonly rows: Uint32Array;
}

/** In memory: all of `held` is written before it is read. */
export function heldRows(held: Float64Array): RowStore {
  return {
    write(rows, values) {
      for (let i = 0; i < rows.length; i++) held[rows[i]!] = values[i]!;
    },
    read: (firstRow, rows) => held.subarray(firstRow, firstRow + rows),
  };
}

/** In memory that does not grow with the rows. */
export function rowStore(store: ByteStore): RowStore {
  const buckets: (Bucket | undefined)[] = [];
  const chunk = emptyChunk();
  let room = new Float64Array(0);
  let current: { readonly index: number; readonly values: Float64Array } | null = null;

  function flush(bucket: Bucket): void {
    bucket.chunks.push(store.append(bucket.open.bytes));
    bucket.filled = 0;
  }

  function valuesOf(index: number): Float64Array {
    if (current?.index === index) return current.values;
    const values = current?.values ?? new Float64Array(BUCKET_ROWS);
    for (const position of buckets[index]?.chunks ?? []) {
      store.read(position, chunk.bytes);
      scatter(chunk, CHUNK, values);
    }
    const bucket = buckets[index];
    if (bucket !== undefined) scatter(bucket.open, bucket.filled, values);
    current = { index, values };
    return values;
  }

  return {
    write(rows, values) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        const index = Math.floor(row / BUCKET_ROWS);
        buckets[index] ??= { chunks: [], open: emptyChunk(), filled: 0 };
        const bucket = buckets[index];
        bucket.open.rows[bucket.filled] = row;
        bucket.open.values[bucket.filled] = values[i]!;
        if (++bucket.filled === CHUNK) flush(bucket);
      }
    },
    read(firstRow, count) {
      if (room.length < count) room = new Float64Array(count);
      const read = room.subarray(0, count);
      for (let row = firstRow; row < firstRow + count; ) {
        const start = row % BUCKET_ROWS;
        const part = valuesOf(Math.floor(row / BUCKET_ROWS)).subarray(start, start + firstRow + count - row);
        read.set(part, row - firstRow);
        row += part.length;
      }
      return read;
    },
  };
}

function emptyChunk(): Chunk {
  const bytes = new Uint8Array(12 * CHUNK);
  return {
    bytes,
    values: new Float64Array(bytes.buffer, 0, CHUNK),
    rows: new Uint32Array(bytes.buffer, 8 * CHUNK, CHUNK),
  };
}

function scatter({ rows, values }: Chunk, filled: number, into: Float64Array): void {
  for (let i = 0; i < filled; i++) into[rows[i]! % BUCKET_ROWS] = values[i]!;
}
