import { DATA_TYPES } from "../../model/dtypes.ts";
import type { Dtype } from "../../ports/tensor.ts";
import type { Binding, Produced } from "./binding.ts";

/** TensorFlow's tensors of one call, released together at its end: outputs may share the memory of inputs. */
export interface TensorScope extends Disposable {
  readonly binding: Binding;
  /** Releases the tensor with the others. */
  own(id: number): number;
  /** The same bits as another type; an element of more bytes takes up the last dimension, one of fewer adds one. */
  bitcast(id: number, from: Dtype, to: Dtype): Produced;
  cast(id: number, from: Dtype, to: Dtype): Produced;
}

export function tensorScope(binding: Binding): TensorScope {
  const owned: number[] = [];
  const own = (id: number): number => {
    owned.push(id);
    return id;
  };
  const type = (name: string, dtype: Dtype) => ({ name, type: binding.TF_ATTR_TYPE, value: enumeratorOf(dtype) });
  const execute = (operator: string, attributes: Parameters<Binding["executeOp"]>[1], id: number): Produced => {
    const [produced] = binding.executeOp(operator, attributes, [id], 1);
    own(produced!.id);
    return produced!;
  };
  return {
    binding,
    own,
    bitcast: (id, from, to) => execute("Bitcast", [type("T", from), type("type", to)], id),
    cast: (id, from, to) => {
      const truncate = { name: "Truncate", type: binding.TF_ATTR_BOOL, value: false };
      return execute("Cast", [type("SrcT", from), type("DstT", to), truncate], id);
    },
    [Symbol.dispose]: () => {
      for (const id of owned.splice(0)) binding.deleteTensor(id);
    },
  };
}

/** The number by which TensorFlow knows a type. */
export function enumeratorOf(dtype: Dtype): number {
  return DATA_TYPES.findIndex((each) => each.dtype === dtype);
}
