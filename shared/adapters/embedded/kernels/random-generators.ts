import { RESERVED } from "../random/distributions.ts";
import { halves, newPhilox, type Philox } from "../random/philox.ts";
import { variableOf } from "../values/resource.ts";
import { elementCount } from "../values/shape.ts";
import { numberOf, tensor } from "../values/tensor.ts";
import type { HostTensor, Resource, Value } from "../values/value.ts";
import { toHost } from "../wasm/heap.ts";
import { type Family, invalid, type Kernel } from "./kernel.ts";
import { type Kind, sampled, sampledType, wantedShape } from "./random-sampling.ts";

const PHILOX = 1n;
const WORD = 2n ** 64n;

/** `tf.random.Generator`: its state is a variable of a counter of 128 bits and a key. */
export const randomGenerators: Family = {
  StatefulUniform: draw("uniform"),
  StatefulStandardNormalV2: draw("normal"),
  StatefulTruncatedNormal: draw("truncated"),
  StatefulUniformInt: draw("range"),
  StatefulUniformFullInt: draw("bits"),
  RngReadAndSkip:
    () =>
    ([resource, algorithm, delta]) => {
      const state = stateIn(resource!, algorithm!);
      skip(resource!, state, (toHost(delta!).data as BigUint64Array)[0]! * BigInt(RESERVED));
      return state;
    },
  RngSkip:
    () =>
    ([resource, algorithm, delta]) => {
      skip(resource!, stateIn(resource!, algorithm!), BigInt(numberOf(toHost(delta!))) * BigInt(RESERVED));
      return [];
    },
};

function draw(kind: Kind): Kernel {
  return (node) => {
    const dtype = sampledType(node, kind);
    return ([resource, algorithm, input, ...limits], { checkDeadline }) => {
      const shape = wantedShape(toHost(input!));
      const state = stateIn(resource!, algorithm!);
      const generator = generatorIn(state);
      skip(resource!, state, BigInt(elementCount(shape)) * BigInt(RESERVED));
      const wanted = { kind, dtype, shape, limits: limits.map(toHost) as unknown as [HostTensor, HostTensor] };
      return sampled(wanted, generator, checkDeadline);
    };
  };
}

function stateIn(resource: Value, algorithm: Value): HostTensor {
  const { value } = variableOf(resource as Resource);
  if (value === null) throw invalid(`the generator ${(resource as Resource).name} has no state`);
  const chosen = BigInt(numberOf(toHost(algorithm)));
  if (chosen !== PHILOX) throw invalid(`random numbers by the unsupported algorithm ${chosen}`);
  if (value.dtype !== "int64" || elementCount(value.shape) < 3)
    throw invalid(`a generator's state of [${value.shape}]`);
  return value;
}

function generatorIn({ data }: HostTensor): Philox {
  const [low, high, key] = data as BigInt64Array;
  return newPhilox(halves(key!), [...halves(low!), ...halves(high!)]);
}

function skip(resource: Value, state: HostTensor, draws: bigint): void {
  const next = (state.data as BigInt64Array).slice();
  const counter = BigInt.asUintN(64, next[0]!) + BigInt.asUintN(64, next[1]!) * WORD + draws;
  next[0] = counter;
  next[1] = counter / WORD;
  variableOf(resource as Resource).value = tensor(state.dtype, state.shape, next);
}
