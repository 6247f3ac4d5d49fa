const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;

type Pair = readonly [bigint, bigint];

/** FarmHash's Fingerprint64, which never changes: hashed features and vocabularies depend on it. */
export function fingerprint64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length <= 16) return upTo16(view);
  if (bytes.length <= 32) return upTo32(view);
  return bytes.length <= 64 ? upTo64(view) : long(view);
}

/** The fingerprint of two: how features are crossed. */
export function concatenatedFingerprint(first: bigint, second: bigint): bigint {
  const multiplier = 0xc6a4a7935bd1e995n;
  let result = first ^ multiplier;
  result ^= u64(shiftMix(u64(second * multiplier)) * multiplier);
  result = u64(result * multiplier);
  result = u64(shiftMix(result) * multiplier);
  return shiftMix(result);
}

function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function at(view: DataView, offset: number): bigint {
  return view.getBigUint64(offset, true);
}

function rotate(value: bigint, bits: bigint): bigint {
  return BigInt.asUintN(64, (value >> bits) | (value << (64n - bits)));
}

function shiftMix(value: bigint): bigint {
  return value ^ (value >> 47n);
}

function mixed(u: bigint, v: bigint, multiplier: bigint): bigint {
  const a = shiftMix(u64((u ^ v) * multiplier));
  return u64(shiftMix(u64((v ^ a) * multiplier)) * multiplier);
}

function multiplierFor(length: number): bigint {
  return u64(K2 + 2n * BigInt(length));
}

function upTo16(view: DataView): bigint {
  const length = view.byteLength;
  const multiplier = multiplierFor(length);
  if (length >= 8) {
    const a = u64(at(view, 0) + K2);
    const b = at(view, length - 8);
    const c = u64(rotate(b, 37n) * multiplier + a);
    return mixed(c, u64((rotate(a, 25n) + b) * multiplier), multiplier);
  }
  if (length >= 4) {
    const a = BigInt(view.getUint32(0, true));
    return mixed(BigInt(length) + (a << 3n), BigInt(view.getUint32(length - 4, true)), multiplier);
  }
  if (length === 0) return K2;
  const y = BigInt(view.getUint8(0) + (view.getUint8(length >> 1) << 8));
  const z = BigInt(length + (view.getUint8(length - 1) << 2));
  return u64(shiftMix(u64(y * K2) ^ u64(z * K0)) * K2);
}

function upTo32(view: DataView): bigint {
  const length = view.byteLength;
  const multiplier = multiplierFor(length);
  const a = u64(at(view, 0) * K1);
  const b = at(view, 8);
  const c = u64(at(view, length - 8) * multiplier);
  const d = u64(at(view, length - 16) * K2);
  return mixed(u64(rotate(u64(a + b), 43n) + rotate(c, 30n) + d), u64(a + rotate(u64(b + K2), 18n) + c), multiplier);
}

function upTo64(view: DataView): bigint {
  const length = view.byteLength;
  const multiplier = multiplierFor(length);
  const a = u64(at(view, 0) * K2);
  const b = at(view, 8);
  const c = u64(at(view, length - 8) * multiplier);
  const d = u64(at(view, length - 16) * K2);
  const y = u64(rotate(u64(a + b), 43n) + rotate(c, 30n) + d);
  const z = mixed(y, u64(a + rotate(u64(b + K2), 18n) + c), multiplier);
  const e = u64(at(view, 16) * multiplier);
  const f = at(view, 24);
  const g = u64((y + at(view, length - 32)) * multiplier);
  const h = u64((z + at(view, length - 24)) * multiplier);
  return mixed(u64(rotate(u64(e + f), 43n) + rotate(g, 30n) + h), u64(e + rotate(u64(f + a), 18n) + g), multiplier);
}

interface State {
  x: bigint;
  y: bigint;
  z: bigint;
  v: Pair;
  w: Pair;
}

function long(view: DataView): bigint {
  const length = view.byteLength;
  const y = u64(81n * K1 + 113n);
  const z = u64(shiftMix(u64(y * K2 + 113n)) * K2);
  const state: State = { x: u64(81n * K2 + at(view, 0)), y, z, v: [0n, 0n], w: [0n, 0n] };
  const end = Math.floor((length - 1) / 64) * 64;
  for (let offset = 0; offset < end; offset += 64) advance(state, view, offset, { multiplier: K1, weight: 1n });
  const rest = (length - 1) & 63;
  const multiplier = u64(K1 + ((state.z & 0xffn) << 1n));
  const w = u64(state.w[0] + BigInt(rest));
  const v = u64(state.v[0] + w);
  state.v = [v, state.v[1]];
  state.w = [u64(w + v), state.w[1]];
  advance(state, view, end + rest - 63, { multiplier, weight: 9n });
  const first = u64(mixed(state.v[0], state.w[0], multiplier) + u64(shiftMix(state.y) * K0) + state.z);
  return mixed(first, u64(mixed(state.v[1], state.w[1], multiplier) + state.x), multiplier);
}

interface Factors {
  readonly multiplier: bigint;
  readonly weight: bigint;
}

/** Takes in 64 bytes. */
function advance(state: State, view: DataView, offset: number, { multiplier, weight }: Factors): void {
  const { v, w } = state;
  const mixedX = u64(rotate(u64(state.x + state.y + v[0] + at(view, offset + 8)), 37n) * multiplier);
  const mixedY = u64(rotate(u64(state.y + v[1] + at(view, offset + 48)), 42n) * multiplier);
  const x = mixedX ^ u64(w[1] * weight);
  const y = u64(mixedY + v[0] * weight + at(view, offset + 40));
  const z = u64(rotate(u64(state.z + w[0]), 33n) * multiplier);
  state.v = weak(view, offset, u64(v[1] * multiplier), u64(x + w[0]));
  state.w = weak(view, offset + 32, u64(z + w[1]), u64(y + at(view, offset + 16)));
  state.x = z;
  state.y = y;
  state.z = x;
}

function weak(view: DataView, offset: number, seedA: bigint, seedB: bigint): Pair {
  const last = at(view, offset + 24);
  const a = u64(seedA + at(view, offset));
  const b = rotate(u64(seedB + a + last), 21n);
  const sum = u64(a + at(view, offset + 8) + at(view, offset + 16));
  return [u64(sum + last), u64(b + rotate(sum, 44n) + a)];
}
