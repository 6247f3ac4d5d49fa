import { isHalf, narrowed, widened } from "../values/half.ts";
import { allocate, reshaped, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { add } from "./arithmetic.ts";
import { batchNormalisation } from "./batch-normalisation.ts";
import { type Family, hostKernel, invalid, type Kernel, unsupported } from "./kernel.ts";

/** Normalisations, and the bias of a layer. */
export const normalisation: Family = {
  BiasAdd: hostKernel((node) => {
    const isChannelsFirst = node.string("data_format") === "NCHW";
    return ([x, bias]) => add(x!, alongChannels(bias!, x!, isChannelsFirst));
  }),
  BiasAddV1: hostKernel(
    () =>
      ([x, bias]) =>
        add(x!, alongChannels(bias!, x!, false)),
  ),
  FusedBatchNorm: batchNormalisation,
  FusedBatchNormV2: batchNormalisation,
  FusedBatchNormV3: batchNormalisation,
  LRN: responseNormalisation(),
  L2Loss: hostKernel(
    () =>
      ([x]) =>
        halfSquares(x!),
  ),
};

function alongChannels(bias: HostTensor, x: HostTensor, isChannelsFirst: boolean): HostTensor {
  const rank = x.shape.length;
  const axis = isChannelsFirst ? 1 : rank - 1;
  if (rank < 2 || bias.shape.length !== 1 || bias.shape[0] !== x.shape[axis]) {
    throw invalid(`a bias of shape [${bias.shape}] for a tensor of shape [${x.shape}]`);
  }
  return reshaped(bias, [bias.shape[0]!, ...new Array<number>(rank - 1 - axis).fill(1)]);
}

/** Each element by the squares of its neighbours in depth. */
function responseNormalisation(): Kernel {
  return hostKernel((node) => {
    if (node.dtype("T") === "float64") throw unsupported(node, "type float64");
    const radius = node.int("depth_radius");
    const [bias, alpha, beta] = [node.float("bias"), node.float("alpha"), node.float("beta")];
    return ([x]) => {
      const wide = widened(x!);
      const from = wide.data as Float32Array;
      const depth = wide.shape.at(-1) ?? 1;
      const to = allocate<Float32Array>("float32", from.length);
      for (let start = 0; start < from.length; start += depth) {
        for (let i = 0; i < depth; i++) {
          let squares = 0;
          const end = Math.min(depth - 1, i + radius);
          for (let j = Math.max(0, i - radius); j <= end; j++) squares += from[start + j]! ** 2;
          to[start + i] = from[start + i]! * (bias + alpha * squares) ** -beta;
        }
      }
      return narrowed(tensor("float32", wide.shape, to), x!.dtype);
    };
  });
}

function halfSquares(x: HostTensor): HostTensor {
  const wide = widened(x);
  const data = allocate<Float32Array>(wide.dtype, 1);
  let sum = 0;
  for (const value of wide.data as Float32Array) sum += value * value;
  data[0] = sum / 2;
  const loss = tensor(wide.dtype, [], data);
  return isHalf(x.dtype) ? narrowed(loss, x.dtype) : loss;
}
