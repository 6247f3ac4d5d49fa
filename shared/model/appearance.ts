/** What a file that is not what it should be looks like, and what to do about it. */
export interface Appearance {
  readonly looksLike: string;
  readonly fix: string;
}

type Signs = readonly [looksLike: string, isSo: (bytes: Uint8Array, head: string) => boolean, fix: string];

const HEAD_BYTES = 512;
/** Enough line feeds to tell a converted file from chance. */
const MIN_LINES = 8;

const EXPORT = "Export the model with tf.saved_model.save or model.export, and name the folder that it writes.";
const FETCH = "Fetch the file again: what was stored is not the model.";

const SIGNS: readonly Signs[] = [
  ["a gzip archive", (_, head) => head.startsWith("\x1f\x8b"), "Unpack the file with gunzip."],
  ["a zip archive, as .keras files are", (_, head) => head.startsWith("PK\x03\x04"), EXPORT],
  ["a Keras HDF5 file", (_, head) => head.startsWith("\x89HDF"), EXPORT],
  ["a TensorFlow Lite model", (_, head) => head.slice(4, 8) === "TFL3", EXPORT],
  ["an HTML page", (_, head) => /^\s*<(!doctype|html|head|\?xml)/i.test(head), FETCH],
  ["a JSON document", (_, head) => /^\s*[{[]\s*["{\]}]/.test(head), EXPORT],
  ["a Python pickle", (bytes) => bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5, EXPORT],
  ["nothing but zero bytes", (_, head) => /^\0+$/.test(head), FETCH],
  [
    "a protobuf with a byte order mark in front",
    (_, head) => head.startsWith("\xef\xbb\xbf"),
    "Remove the first three bytes, and keep text tools away from the file.",
  ],
  [
    "a protobuf whose line feeds became CRLF",
    (bytes) => isConverted(bytes),
    "Declare `*.pb binary` in .gitattributes and check the file out again.",
  ],
];

/** Null for what could be a damaged protobuf. */
export function appearanceOf(bytes: Uint8Array): Appearance | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const found = SIGNS.find(([, isSo]) => isSo(bytes, head));
  return found === undefined ? null : { looksLike: found[0], fix: found[2] };
}

/** In a real protobuf most bytes 0x0A begin a field, and hardly one follows a carriage return. */
function isConverted(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at - 1] !== 0x0d) return false;
    lines++;
  }
  return lines >= MIN_LINES;
}
