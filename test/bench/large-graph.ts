interface Field {
  readonly number: number;
  readonly payload: Buffer;
}

/** Where a function stands: SavedModel.meta_graphs, MetaGraphDef.graph_def, GraphDef.library, its function. */
const META_GRAPHS = 2;
const GRAPH_DEF = 2;
const LIBRARY = 2;
const FUNCTION = 1;

/** The same model with copies of its largest function, each under a name of its own, until the graph has `sizeBytes`. */
export function enlarged(savedModel: Buffer, sizeBytes: number): Buffer {
  const metaGraph = payload(savedModel, META_GRAPHS);
  const functions = fields(payload(payload(metaGraph, GRAPH_DEF), LIBRARY)).filter(({ number }) => number === FUNCTION);
  const largest = functions.map((field) => field.payload).sort((a, b) => b.length - a.length)[0]!;
  const count = Math.ceil((sizeBytes - savedModel.length) / largest.length);
  const copies = Array.from({ length: count }, (_, index) => field(FUNCTION, renamed(largest, index)));
  // A singular field given twice is merged: the library grows by what the second one holds.
  const grown = Buffer.concat([metaGraph, field(GRAPH_DEF, field(LIBRARY, Buffer.concat(copies)))]);
  return Buffer.concat([Buffer.from([0x08, 0x01]), field(META_GRAPHS, grown)]);
}

/** FunctionDef.signature.name, as long as before. */
function renamed(definition: Buffer, index: number): Buffer {
  const name = payload(payload(definition, 1), 1).toString();
  const suffix = String(index).padStart(7, "0");
  const other = `${name.slice(0, -suffix.length)}${suffix}`;
  return Buffer.from(definition.toString("latin1").replaceAll(name, other), "latin1");
}

function payload(message: Buffer, number: number): Buffer {
  const found = fields(message).find((one) => one.number === number);
  if (found === undefined) throw new Error(`no field ${number}`);
  return found.payload;
}

function fields(message: Buffer): readonly Field[] {
  const found: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const [tag, afterTag] = varint(message, at);
    const [value, afterValue] = varint(message, afterTag);
    const end = (tag & 7) === 2 ? afterValue + value : afterValue;
    if ((tag & 7) === 2) found.push({ number: tag >>> 3, payload: message.subarray(afterValue, end) });
    at = end;
  }
  return found;
}

function varint(message: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  let at = start;
  for (let factor = 1; ; factor *= 128) {
    const byte = message[at++]!;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): number[] {
  return length < 128 ? [length] : [(length % 128) | 128, ...lengthBytes(Math.floor(length / 128))];
}
