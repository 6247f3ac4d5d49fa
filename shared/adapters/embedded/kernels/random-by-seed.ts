import { createHash } from "node:crypto";
import { RESERVED } from "../random/distributions.ts";
import { type Philox, philoxOfSeeds } from "../random/philox.ts";
import { fillByRejection, gammaSampler, poissonSampler } from "../random/rejection.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numberOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, type Kernel, type KernelNode, unsupported } from "./kernel.ts";
import { drawnClasses, reordered, shuffled } from "./random-order.ts";
import { type Kind, sampled, sampledType, wantedShape } from "./random-sampling.ts";
import { counted } from "./random-stateless.ts";

/**
 * Random numbers of nodes with the attributes seed and seed2: TensorFlow's own, call by call, where one is not 0.
 * Where both are, TensorFlow's differ from run to run; here they begin from the node's name, so that a run can be repeated.
 */
export const randomBySeed: Family = {
  RandomUniform: numbers("uniform"),
  RandomStandardNormal: numbers("normal"),
  TruncatedNormal: numbers("truncated"),
  RandomUniformInt: numbers("range", "Tout"),
  RandomShuffle: hostKernel((node) => {
    const reserve = generatorOf(node);
    return ([value]) => {
      const rows = value!.shape[0] ?? 1;
      if (rows <= 1 || elementCount(value!.shape) <= 1) return value!;
      return reordered(value!, shuffled(rows, reserve(Math.ceil(rows / 4))));
    };
  }),
  Multinomial: hostKernel((node) => {
    const reserve = generatorOf(node);
    const dtype = node.dtype("output_dtype");
    return ([logits, count], { checkDeadline }) => {
      const draws = Math.ceil(numberOf(count!) / 4) * 8 * (logits!.shape[0] ?? 0);
      return drawnClasses(
        { logits: logits!, count: numberOf(count!), dtype },
        reserve(draws * RESERVED),
        checkDeadline,
      );
    };
  }),
  RandomGamma: rejection("T", gammaSampler),
  RandomPoissonV2: rejection("R", poissonSampler),
  RandomPoisson: rejection("dtype", poissonSampler),
};

/** Sets that many draws of 128 bits aside, as TensorFlow does before each call, and stands where they begin. */
type Reserve = (fours: number) => Philox;

function generatorOf(node: KernelNode): Reserve {
  const [seed, seed2] = [node.bigint("seed"), node.bigint("seed2")];
  const generator = seed === 0n && seed2 === 0n ? arbitrary(node.name) : philoxOfSeeds(seed, seed2);
  return (fours) => {
    const here = generator.copy();
    generator.skip(fours);
    return here;
  };
}

function arbitrary(name: string): Philox {
  const digest = createHash("sha256").update(name).digest();
  return philoxOfSeeds(digest.readBigInt64LE(0), digest.readBigInt64LE(8));
}

function numbers(kind: Kind, typeAttribute = "dtype"): Kernel {
  return hostKernel((node) => {
    const reserve = generatorOf(node);
    const dtype = sampledType(node, kind, typeAttribute);
    return ([input, ...limits], { checkDeadline }) => {
      const shape = wantedShape(input!);
      const wanted = { kind, dtype, shape, limits: limits as unknown as [HostTensor, HostTensor] };
      return sampled(wanted, reserve(elementCount(shape) * RESERVED), checkDeadline);
    };
  });
}

/** As many samples as the first input says, for each parameter in the second. */
function rejection(typeAttribute: string, sampler: typeof gammaSampler): Kernel {
  return hostKernel((node) => {
    const reserve = generatorOf(node);
    if (node.dtype(typeAttribute).includes("16")) throw unsupported(node, "16-bit floats");
    const dtype = node.dtype(node.op === "RandomGamma" ? "T" : "dtype");
    return ([input, parameters], { checkDeadline }) => {
      const shape = [...wantedShape(input!), ...parameters!.shape];
      const data = allocate<Float64Array>(node.op === "RandomGamma" ? dtype : "float64", elementCount(shape));
      const samplers = Array.from(parameters!.data as Float32Array, (value) => sampler(Number(value)));
      if (data.length > 0) fillByRejection(data, samplers, reserve(data.length * RESERVED), checkDeadline);
      return node.op === "RandomGamma" ? tensor(dtype, shape, data) : counted(tensor("float64", shape, data), dtype);
    };
  });
}
