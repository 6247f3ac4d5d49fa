/** SipHash-2-4: a hash that nobody without its key can aim at. */
export function keyedHash(bytes: Uint8Array, [key0, key1]: readonly [bigint, bigint]): bigint {
  const state = new BigUint64Array([
    key0 ^ 0x736f6d6570736575n,
    key1 ^ 0x646f72616e646f6dn,
    key0 ^ 0x6c7967656e657261n,
    key1 ^ 0x7465646279746573n,
  ]);
  for (const word of words(bytes)) {
    state[3]! ^= word;
    mix(state, 2);
    state[0]! ^= word;
  }
  state[2]! ^= 0xffn;
  mix(state, 4);
  return state[0]! ^ state[1]! ^ state[2]! ^ state[3]!;
}

/** Eight bytes at a time; the last word ends in the length. */
function words(bytes: Uint8Array): BigUint64Array {
  const padded = new Uint8Array(8 * Math.floor(bytes.length / 8) + 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length & 0xff;
  return new BigUint64Array(padded.buffer);
}

function mix(state: BigUint64Array, rounds: number): void {
  let [a, b, c, d] = state as unknown as [bigint, bigint, bigint, bigint];
  for (let round = 0; round < rounds; round++) {
    a = u64(a + b);
    c = u64(c + d);
    b = rotate(b, 13n) ^ a;
    d = rotate(d, 16n) ^ c;
    a = rotate(a, 32n);
    c = u64(c + b);
    a = u64(a + d);
    b = rotate(b, 17n) ^ c;
    d = rotate(d, 21n) ^ a;
    c = rotate(c, 32n);
  }
  state.set([a, b, c, d]);
}

function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function rotate(value: bigint, bits: bigint): bigint {
  return BigInt.asUintN(64, (value << bits) | (value >> (64n - bits)));
}
