import type { PngFile } from "./chunks.ts";

/** A row of pixels in the making, `channels` samples each. */
export interface Row {
  readonly samples: Uint16Array;
  readonly channels: number;
}

/** Grey is upwards of 8 bits by then; palettes are resolved. */
export function expanded(samples: Uint16Array, file: PngFile, wantsAlpha: boolean): Row {
  const { header, palette, transparency } = file;
  if (header.isPalette) return looked(samples, palette!, transparency, wantsAlpha);
  const { channels, data } = withKey(samples, file, wantsAlpha);
  const scale = header.depth < 8 ? 255 / ((1 << header.depth) - 1) : 1;
  if (scale !== 1) for (let i = 0; i < data.length; i += channels) data[i]! *= scale;
  return { samples: data, channels };
}

function looked(indices: Uint16Array, palette: Uint8Array, transparency: Uint8Array | null, wantsAlpha: boolean): Row {
  const channels = wantsAlpha && transparency !== null ? 4 : 3;
  const samples = new Uint16Array(channels * indices.length);
  for (let i = 0, to = 0; i < indices.length; i++) {
    const index = indices[i]!;
    for (let k = 0; k < 3; k++) samples[to++] = palette[3 * index + k] ?? 0;
    if (channels === 4) samples[to++] = transparency![index] ?? 255;
  }
  return { samples, channels };
}

/** One colour may stand for a hole. */
function withKey(
  samples: Uint16Array,
  { header, transparency }: PngFile,
  wantsAlpha: boolean,
): { readonly data: Uint16Array; readonly channels: number } {
  const count = header.samples;
  if (!wantsAlpha || transparency === null) return { data: samples.slice(), channels: count };
  const mask = (1 << header.depth) - 1;
  const key = Array.from({ length: count }, (_, k) => ((transparency[2 * k]! << 8) | transparency[2 * k + 1]!) & mask);
  const opaque = header.depth === 16 ? 65535 : 255;
  const data = new Uint16Array((samples.length / count) * (count + 1));
  for (let i = 0, to = 0; i < samples.length; i += count) {
    const isKey = key.every((value, k) => samples[i + k] === value);
    for (let k = 0; k < count; k++) data[to++] = samples[i + k]!;
    data[to++] = isKey ? 0 : opaque;
  }
  return { data, channels: count + 1 };
}

/** Without the last channel. */
export function opaque({ samples, channels }: Row): Row {
  const kept = channels - 1;
  const out = new Uint16Array((samples.length / channels) * kept);
  for (let i = 0, to = 0; i < samples.length; i += channels) for (let k = 0; k < kept; k++) out[to++] = samples[i + k]!;
  return { samples: out, channels: kept };
}

export function withAlpha({ samples, channels }: Row, alpha: number): Row {
  const out = new Uint16Array((samples.length / channels) * (channels + 1));
  for (let i = 0, to = 0; i < samples.length; i += channels) {
    for (let k = 0; k < channels; k++) out[to++] = samples[i + k]!;
    out[to++] = alpha;
  }
  return { samples: out, channels: channels + 1 };
}

export function coloured({ samples, channels }: Row): Row {
  const out = new Uint16Array((samples.length / channels) * (channels + 2));
  for (let i = 0, to = 0; i < samples.length; i += channels) {
    for (let k = 0; k < 3; k++) out[to++] = samples[i]!;
    if (channels === 2) out[to++] = samples[i + 1]!;
  }
  return { samples: out, channels: channels + 2 };
}
