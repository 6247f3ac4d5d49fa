/** How an opcode's argument is laid out: a count of bytes, a length-prefixed string, or lines of text. */
export type Argument =
  | { readonly kind: "bytes"; readonly width: number }
  | { readonly kind: "text" | "blob"; readonly lengthWidth: number }
  | { readonly kind: "line"; readonly form: RegExp }
  | { readonly kind: "quoted" | "escaped" | "lines" };

/** `take`: popped items; `mark`: everything above the last mark is popped; `give`: one item is pushed. */
export interface Opcode {
  readonly name: string;
  readonly argument: Argument | null;
  readonly take: number;
  readonly mark: boolean;
  readonly give: boolean;
}

const NUMBER = /^\s*[-+]?[0-9a-zA-Z_.]{1,64}L?\s*$/;
const ANY = /^/;
const INDEX = /^\s*[0-9]{1,10}\s*$/;

const none = null;
const bytes = (width: number): Argument => ({ kind: "bytes", width });
const text = (lengthWidth: number): Argument => ({ kind: "text", lengthWidth });
const blob = (lengthWidth: number): Argument => ({ kind: "blob", lengthWidth });
const line = (form: RegExp): Argument => ({ kind: "line", form });
const lines: Argument = { kind: "lines" };
const quoted: Argument = { kind: "quoted" };
const escaped: Argument = { kind: "escaped" };

/** Python's pickletools, protocols 0 to 5: what every opcode reads and does to the stack. */
const ROWS: readonly (readonly [number | string, string, Argument | null, number | "mark", 0 | 1])[] = [
  ["(", "MARK", none, 0, 0],
  [".", "STOP", none, 0, 0],
  ["0", "POP", none, 0, 0],
  ["1", "POP_MARK", none, "mark", 0],
  ["2", "DUP", none, 0, 0],
  ["F", "FLOAT", line(NUMBER), 0, 1],
  ["I", "INT", line(NUMBER), 0, 1],
  ["L", "LONG", line(NUMBER), 0, 1],
  ["J", "BININT", bytes(4), 0, 1],
  ["K", "BININT1", bytes(1), 0, 1],
  ["M", "BININT2", bytes(2), 0, 1],
  ["N", "NONE", none, 0, 1],
  ["P", "PERSID", line(ANY), 0, 1],
  ["Q", "BINPERSID", none, 1, 1],
  ["R", "REDUCE", none, 2, 1],
  ["S", "STRING", quoted, 0, 1],
  ["T", "BINSTRING", text(4), 0, 1],
  ["U", "SHORT_BINSTRING", text(1), 0, 1],
  ["V", "UNICODE", escaped, 0, 1],
  ["X", "BINUNICODE", text(4), 0, 1],
  [0x8c, "SHORT_BINUNICODE", text(1), 0, 1],
  [0x8d, "BINUNICODE8", text(8), 0, 1],
  ["B", "BINBYTES", blob(4), 0, 1],
  ["C", "SHORT_BINBYTES", blob(1), 0, 1],
  [0x8e, "BINBYTES8", blob(8), 0, 1],
  [0x96, "BYTEARRAY8", blob(8), 0, 1],
  ["a", "APPEND", none, 2, 1],
  ["b", "BUILD", none, 2, 1],
  ["c", "GLOBAL", lines, 0, 1],
  ["d", "DICT", none, "mark", 1],
  ["e", "APPENDS", none, "mark", 0],
  ["g", "GET", line(INDEX), 0, 1],
  ["h", "BINGET", bytes(1), 0, 1],
  ["j", "LONG_BINGET", bytes(4), 0, 1],
  ["i", "INST", lines, "mark", 1],
  ["l", "LIST", none, "mark", 1],
  ["o", "OBJ", none, "mark", 1],
  ["p", "PUT", line(INDEX), 0, 0],
  ["q", "BINPUT", bytes(1), 0, 0],
  ["r", "LONG_BINPUT", bytes(4), 0, 0],
  ["s", "SETITEM", none, 3, 1],
  ["t", "TUPLE", none, "mark", 1],
  ["u", "SETITEMS", none, "mark", 0],
  ["}", "EMPTY_DICT", none, 0, 1],
  ["]", "EMPTY_LIST", none, 0, 1],
  [")", "EMPTY_TUPLE", none, 0, 1],
  ["G", "BINFLOAT", bytes(8), 0, 1],
  [0x80, "PROTO", bytes(1), 0, 0],
  [0x81, "NEWOBJ", none, 2, 1],
  [0x82, "EXT1", bytes(1), 0, 1],
  [0x83, "EXT2", bytes(2), 0, 1],
  [0x84, "EXT4", bytes(4), 0, 1],
  [0x85, "TUPLE1", none, 1, 1],
  [0x86, "TUPLE2", none, 2, 1],
  [0x87, "TUPLE3", none, 3, 1],
  [0x88, "NEWTRUE", none, 0, 1],
  [0x89, "NEWFALSE", none, 0, 1],
  [0x8a, "LONG1", blob(1), 0, 1],
  [0x8b, "LONG4", blob(4), 0, 1],
  [0x8f, "EMPTY_SET", none, 0, 1],
  [0x90, "ADDITEMS", none, "mark", 0],
  [0x91, "FROZENSET", none, "mark", 1],
  [0x92, "NEWOBJ_EX", none, 3, 1],
  [0x93, "STACK_GLOBAL", none, 2, 1],
  [0x94, "MEMOIZE", none, 0, 0],
  [0x95, "FRAME", bytes(8), 0, 0],
  [0x97, "NEXT_BUFFER", none, 0, 1],
  [0x98, "READONLY_BUFFER", none, 1, 1],
];

/** Indexed by the opcode's byte. */
export const OPCODES: readonly (Opcode | undefined)[] = ROWS.reduce<(Opcode | undefined)[]>((table, row) => {
  const [code, name, argument, take, give] = row;
  const opcode = { name, argument, take: take === "mark" ? 0 : take, mark: take === "mark", give: give === 1 };
  table[typeof code === "number" ? code : code.charCodeAt(0)] = opcode;
  return table;
}, new Array<Opcode | undefined>(256).fill(undefined));
