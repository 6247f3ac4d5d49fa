/**
 * Philox 4×32 with 10 rounds (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3"), in the steps in which
 * TensorFlow draws from it: four numbers of 32 bits for each value of the counter.
 */
export interface Philox {
  /** The next four numbers. They are overwritten by the call after. */
  next(): Uint32Array;
  /** Leaves out that many fours. */
  skip(fours: number): void;
  /** Another generator at the same place. */
  copy(): Philox;
}

export type Key = readonly [number, number];
export type Counter = readonly [number, number, number, number];

const ROUNDS = 10;
const MULTIPLIERS = [0xd2511f53, 0xcd9e8d57] as const;
const WEYL = [0x9e3779b9, 0xbb67ae85] as const;

export function newPhilox([key0, key1]: Key, start: Counter): Philox {
  const counter = Uint32Array.from(start);
  const out = new Uint32Array(4);
  return {
    next() {
      scramble(counter, key0, key1, out);
      advance(counter, 1);
      return out;
    },
    skip: (fours) => advance(counter, fours),
    copy: () => newPhilox([key0, key1], [counter[0]!, counter[1]!, counter[2]!, counter[3]!]),
  };
}

/** As operators with the attributes seed and seed2 begin. */
export function philoxOfSeeds(seed: bigint, seed2: bigint): Philox {
  return newPhilox(halves(seed), [0, 0, ...halves(seed2)]);
}

/** As stateless operators begin: the seed goes through the generator once, so that no part of it has to be strong. */
export function philoxOfSeed(seed: readonly [bigint, bigint]): Philox {
  const { key, counter } = stateOfSeed(seed);
  return newPhilox(key, counter);
}

export function stateOfSeed([first, second]: readonly [bigint, bigint]): {
  readonly key: Key;
  readonly counter: Counter;
} {
  const mixed = newPhilox([0x3ec8f720, 0x02461e29], [...halves(first), ...halves(second)]).next();
  return { key: [mixed[0]!, mixed[1]!], counter: [0, 0, mixed[2]!, mixed[3]!] };
}

/** The low and the high 32 bits of 64. */
export function halves(word: bigint): [low: number, high: number] {
  return [Number(BigInt.asUintN(32, word)), Number(BigInt.asUintN(32, word >> 32n))];
}

export function joined(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}

function scramble(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  let [a, b, c, d] = [counter[0]!, counter[1]!, counter[2]!, counter[3]!];
  let [k0, k1] = [key0, key1];
  for (let round = 0; round < ROUNDS; round++) {
    const first = highProduct(MULTIPLIERS[0], a);
    const second = highProduct(MULTIPLIERS[1], c);
    const [lowA, lowC] = [Math.imul(MULTIPLIERS[0], a), Math.imul(MULTIPLIERS[1], c)];
    a = (second ^ b ^ k0) >>> 0;
    b = lowC >>> 0;
    c = (first ^ d ^ k1) >>> 0;
    d = lowA >>> 0;
    k0 = (k0 + WEYL[0]) >>> 0;
    k1 = (k1 + WEYL[1]) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** The high 32 bits of a product of 64. */
function highProduct(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000);
}

function advance(counter: Uint32Array, by: number): void {
  let carry = by;
  for (let i = 0; i < 4 && carry > 0; i++) {
    const sum = counter[i]! + (carry % 2 ** 32);
    counter[i] = sum;
    carry = Math.floor(carry / 2 ** 32) + (sum >= 2 ** 32 ? 1 : 0);
  }
}
