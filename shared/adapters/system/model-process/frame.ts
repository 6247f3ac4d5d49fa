import type { NamedTensors } from "../../../ports/tensor.ts";
import type { Message } from "./messages.ts";
import { type Announced, bytesOf, tensorsOf } from "./tensor-bytes.ts";

/** Begins every frame; anything else on the channel is not ours. */
const MARK = 0x4d_52_46_31;
const PREFIX_BYTES = 16;
const MAX_HEAD_BYTES = 2 ** 24;
/** Below this one copy is cheaper than one more part in the write. */
const SMALL_BYTES = 2 ** 14;

/** mark · length of the head (u32) · length of the body (f64) · head: JSON · body: the tensors' own bytes. */
export function encodeFrame({ id, said, tensors }: Message<object>): readonly Uint8Array[] {
  const { announced, parts } = bytesOf(tensors);
  const head = Buffer.from(JSON.stringify({ id, said, tensors: announced }));
  const bodyBytes = parts.reduce((sum, { length }) => sum + length, 0);
  const prefix = Buffer.allocUnsafe(PREFIX_BYTES);
  prefix.writeUInt32LE(MARK, 0);
  prefix.writeUInt32LE(head.length, 4);
  prefix.writeDoubleLE(bodyBytes, 8);
  return bodyBytes <= SMALL_BYTES
    ? [Buffer.concat([prefix, head, ...parts])]
    : [Buffer.concat([prefix, head]), ...parts];
}

export interface FrameReader {
  /** Takes what has arrived and hands over each message that is complete. What is no frame throws a GarbledFrame. */
  push(chunk: Uint8Array): void;
}

/** Says only why; the reader knows who sent it. */
export class GarbledFrame extends Error {}

export function frameReader(maxBodyBytes: number, receive: (message: Message<unknown>) => void): FrameReader {
  let stage: "prefix" | "head" | "body" = "prefix";
  let wanted = room(PREFIX_BYTES);
  let filled = 0;
  let head: Head = { id: 0, said: null, tensors: [] };
  let bodyBytes = 0;

  const next = (following: typeof stage, length: number): void => {
    stage = following;
    wanted = room(length);
    filled = 0;
  };
  const finish = (): void => {
    if (stage === "prefix") {
      const lengths = parsePrefix(wanted, maxBodyBytes);
      bodyBytes = lengths.bodyBytes;
      next("head", lengths.headBytes);
    } else if (stage === "head") {
      head = parseHead(wanted);
      next("body", bodyBytes);
    } else {
      const { id, said } = head;
      const tensors = tensorsIn(head.tensors, wanted.buffer);
      next("prefix", PREFIX_BYTES);
      receive({ id, said, tensors });
    }
  };
  return {
    push(chunk) {
      let from = 0;
      while (from < chunk.length || filled === wanted.length) {
        const taken = chunk.subarray(from, from + wanted.length - filled);
        wanted.set(taken, filled);
        filled += taken.length;
        from += taken.length;
        if (filled === wanted.length) finish();
      }
    },
  };
}

/** Memory of its own, whose old content is never seen: nothing is handed over before it is full. */
function room(length: number): Uint8Array<ArrayBuffer> {
  return Buffer.allocUnsafeSlow(length);
}

interface Head {
  readonly id: number;
  readonly said: unknown;
  readonly tensors: readonly Announced[];
}

function parsePrefix(bytes: Uint8Array, maxBodyBytes: number): { headBytes: number; bodyBytes: number } {
  const view = new DataView(bytes.buffer);
  if (view.getUint32(0, true) !== MARK) throw new GarbledFrame("it wrote bytes that are no frame");
  const headBytes = view.getUint32(4, true);
  const bodyBytes = view.getFloat64(8, true);
  if (headBytes > MAX_HEAD_BYTES) throw new GarbledFrame(`it announced a head of ${headBytes} bytes`);
  if (!Number.isSafeInteger(bodyBytes) || bodyBytes < 0 || bodyBytes > maxBodyBytes) {
    throw new GarbledFrame(`it announced tensors of ${bodyBytes} bytes, where ${maxBodyBytes} are the limit`);
  }
  return { headBytes, bodyBytes };
}

function parseHead(bytes: Uint8Array): Head {
  const head = jsonOf(bytes) as Partial<Head> | null;
  const isHead = Number.isSafeInteger(head?.id) && Array.isArray(head?.tensors) && head.tensors.every(isAnnounced);
  if (!isHead) throw new GarbledFrame("it wrote a frame whose head says nothing");
  return head as Head;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function isAnnounced(value: unknown): boolean {
  const { name, dtype, shape, array, length, bytes } = (value ?? {}) as Partial<Announced>;
  const areTexts = [name, dtype, array].every((each) => typeof each === "string");
  return areTexts && Array.isArray(shape) && [length, bytes, ...shape].every(isLength);
}

function isLength(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function tensorsIn(announced: readonly Announced[], body: ArrayBuffer): NamedTensors {
  const tensors = tensorsOf(announced, body);
  if (tensors === null) throw new GarbledFrame("it wrote tensors that are not what it announced");
  return tensors;
}
