import { invalid } from "../kernels/kernel.ts";
import { allocate } from "../values/tensor.ts";
import type { Decoding, Pixels } from "./pixels.ts";

interface Layout {
  readonly start: number;
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  /** Of the file: 1, 3 or 4 bytes a pixel. */
  readonly samples: number;
  readonly rowBytes: number;
}

const HEADER_BYTES = 32;
const MAX_PIXELS = Math.floor((2 ** 31 - 1) / 8);

/** Plain bytes alone, as TensorFlow reads them: the palette of 8-bit files is passed over. */
export function decodeBmp(bytes: Uint8Array, channels: number, { checkDeadline }: Decoding): Pixels {
  if (channels === 1) throw invalid("`channels` must be 0, 3 or 4 for BMP, but got 1");
  const { start, width, height, isTopDown, samples, rowBytes } = readLayout(bytes);
  const count = channels === 0 ? samples : channels;
  const data = allocate<Uint8Array>("uint8", width * height * count);
  // Stored as blue, green, red; where there is no more than a grey, all are the same.
  const order = samples === 1 ? [0, 0, 0] : [2, 1, 0];
  for (let y = 0; y < height; y++) {
    checkDeadline();
    let from = start + (isTopDown ? y : height - 1 - y) * rowBytes;
    for (let to = y * width * count; to < (y + 1) * width * count; to += count, from += samples) {
      for (let k = 0; k < Math.min(3, count); k++) data[to + k] = bytes[from + order[k]!]!;
      if (count === 4) data[to + 3] = samples === 4 ? bytes[from + 3]! : 255;
    }
  }
  return { height, width, channels: count, data };
}

function readLayout(bytes: Uint8Array): Layout {
  if (bytes.length < HEADER_BYTES) {
    throw invalid(`Incomplete bmp content, requires at least ${HEADER_BYTES} bytes, got ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = view.getInt32(10, true);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const samples = Math.trunc(view.getInt16(28, true) / 8);
  if (![1, 3, 4].includes(samples)) {
    throw invalid(`Number of channels inherent in the image must be 1, 3 or 4, was ${samples}`);
  }
  const height = Math.abs(signedHeight);
  if (width <= 0 || height === 0 || start < 0 || width * height >= MAX_PIXELS) {
    throw invalid(`a BMP of ${width} by ${signedHeight} pixels whose header has ${start} bytes`);
  }
  const rowBytes = Math.ceil((samples * width) / 4) * 4;
  const difference = bytes.length - start - rowBytes * height;
  if (difference !== 0) {
    throw invalid(`Input size should match (header_size + row_size * abs_height) but they differ by ${difference}`);
  }
  return { start, width, height, isTopDown: signedHeight < 0, samples, rowBytes };
}
