const MULTIPLIER = 0xc6a4a7935bd1e995n;
const SEED = 0xdecafcaffen;

/** TensorFlow's Hash64, a MurmurHash: what string_to_hash_bucket has always used. */
export function legacyHash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let hash = SEED ^ u64(BigInt(bytes.length) * MULTIPLIER);
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    const word = shifted(u64(view.getBigUint64(at, true) * MULTIPLIER));
    hash = u64((hash ^ u64(word * MULTIPLIER)) * MULTIPLIER);
  }
  if (at < bytes.length) {
    for (let index = at; index < bytes.length; index++) hash ^= BigInt(bytes[index]!) << BigInt(8 * (index - at));
    hash = u64(hash * MULTIPLIER);
  }
  return shifted(u64(shifted(hash) * MULTIPLIER));
}

function shifted(value: bigint): bigint {
  return value ^ (value >> 47n);
}

function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
