import numpy as np
from kernel_values import i32, i64, registered, values


def cases(case):
    for dtype in registered("Slice"):
        case("Slice", dtype, input=values(dtype, (3, 3)), begin=i32([0, 1]), size=i32([2, -1]))
    for dtype in registered("StridedSlice"):
        strided(case, dtype, values(dtype, (3, 3)), np.s_[::-1, 1:])
    for dtype in registered("TensorStridedSliceUpdate"):
        update(case, dtype, values(dtype, (2, 3)), np.s_[:, ::2], values(dtype, (2, 2), seed=1))
    x = values("float32", (3, 4, 2))
    for begin, size in [
        ([0, 0, 0], [3, 4, 2]), ([1, 2, 0], [1, 2, 2]), ([0, 0, 0], [-1, -1, -1]), ([3, 0, 0], [0, -1, 1]),
        ([3, 4, 2], [-1, -1, -1]), ([1, 0, 0], [3, 1, 1]), ([-1, 0, 0], [1, 1, 1]), ([0, 0, 0], [1, 1, -2]), ([0, 0], [1, 1]),
        ([4, 0, 0], [0, 0, 0]),
    ]:
        case("Slice", f"{begin} by {size}", input=x, begin=i64(begin), size=i64(size))
    case("Slice", "a scalar", input=values("float32", ()), begin=i32([]), size=i32([]))
    slices(case, x)
    masks(case, x)
    gradients(case)


def slices(case, x):
    for index in [
        np.s_[0], np.s_[-1, 1:3], np.s_[..., 0], np.s_[1:, ..., -1], np.s_[np.newaxis, 1], np.s_[..., np.newaxis],
        np.s_[:, np.newaxis, ..., np.newaxis, 0], np.s_[::2, ::-1], np.s_[::-2, 3:0:-2], np.s_[5:], np.s_[-9:9], np.s_[2:1],
        np.s_[1:2:-1], np.s_[:-1, -3:-1], np.s_[1, 2, 1], np.s_[...], np.s_[::3, 1::3], np.s_[-1:-9:-1], np.s_[0:0], np.s_[3],
        np.s_[-4], np.s_[0, 0, 0, 0], np.s_[..., 0:2, 0, 0], np.s_[np.newaxis, ..., np.newaxis],
    ]:
        strided(case, written(index), x, index)
    strided(case, "of nothing", x[:0], np.s_[:, 1:])
    strided(case, "of a scalar", np.float32(3), np.s_[np.newaxis, ...])
    strided(case, "int64 indices", x, np.s_[1:], i64)
    strided(case, "int16 indices", x, np.s_[1:], lambda v: np.array(v, np.int16))
    y = values("float32", (2, 3, 4))
    for index, value in [
        (np.s_[0], 7.0), (np.s_[:, 1], values("float32", (4,))), (np.s_[..., -1], values("float32", (2, 1))),
        (np.s_[:, np.newaxis, 1], values("float32", (1, 4))), (np.s_[1, ::2, ::-1], values("float32", (2, 4))),
        (np.s_[1:1], 1.0), (np.s_[0], values("float32", (1, 1, 3, 4))), (np.s_[0], values("float32", (2, 4))),
        (np.s_[1, 2, 3], 5.0), (np.s_[5], 1.0),
    ]:
        update(case, f"{written(index)} from {np.shape(value)}", y, index, np.float32(value))


def masks(case, x):
    one = i32([1, 1, 1])
    for name, attributes in [
        ("begin and shrink", {"begin_mask": 1, "shrink_axis_mask": 1}),
        ("end and shrink", {"end_mask": 1, "shrink_axis_mask": 1}),
        ("new axis and shrink", {"new_axis_mask": 2, "shrink_axis_mask": 3}),
        ("ellipsis and new axis", {"new_axis_mask": 1, "ellipsis_mask": 1}),
        ("two ellipses", {"ellipsis_mask": 5}),
        ("all begin and end", {"begin_mask": 7, "end_mask": 7}),
    ]:
        case("StridedSlice", name, input=x, begin=one, end=one * 2, strides=one, **attributes)
    case("StridedSlice", "stride 0", input=x, begin=i32([0]), end=i32([2]), strides=i32([0]))
    case("StridedSlice", "shrink backwards", input=x, begin=i32([1]), end=i32([0]), strides=i32([-1]), shrink_axis_mask=1)
    case("StridedSlice", "uneven lists", input=x, begin=i32([1]), end=i32([0, 1]), strides=i32([1]))
    case("StridedSlice", "no entries", input=x, begin=i32([]), end=i32([]), strides=i32([]))


def gradients(case):
    for shape, index in [((3, 4), np.s_[1:, ::2]), ((4,), np.s_[::-1]), ((2, 3), np.s_[1, np.newaxis]), ((2, 3), np.s_[2:])]:
        gradient = np.arange(np.zeros(shape)[index].size, dtype=np.float32).reshape(np.zeros(shape)[index].shape)
        case("StridedSliceGrad", written(index), shape=i32(shape), dy=gradient, **specification(index, i32))
    case("StridedSliceGrad", "another shape", shape=i32([4]), dy=np.float32([1, 2, 3]), **specification(np.s_[:2], i32))


def strided(case, name, x, index, integers=i32):
    case("StridedSlice", name, input=x, **specification(index, integers))


def update(case, name, x, index, value):
    case("TensorStridedSliceUpdate", name, input=x, value=value, **specification(index, i32))


def specification(index, integers):
    index = index if isinstance(index, tuple) else (index,)
    begin, end, strides = [], [], []
    bits = {f"{name}_mask": 0 for name in ("begin", "end", "ellipsis", "new_axis", "shrink_axis")}
    for bit, entry in enumerate(index):
        if entry is None or entry is Ellipsis:
            bits["new_axis_mask" if entry is None else "ellipsis_mask"] |= 1 << bit
            entry = slice(0, 0)
        elif not isinstance(entry, slice):
            bits["shrink_axis_mask"] |= 1 << bit
            entry = slice(entry, entry + 1)
        else:
            bits["begin_mask"] |= (entry.start is None) << bit
            bits["end_mask"] |= (entry.stop is None) << bit
        begin.append(entry.start or 0)
        end.append(entry.stop or 0)
        strides.append(entry.step or 1)
    return {"begin": integers(begin), "end": integers(end), "strides": integers(strides), **bits}


def written(index):
    def entry(each):
        if not isinstance(each, slice):
            return "..." if each is Ellipsis else "new" if each is None else str(each)
        return ":".join("" if part is None else str(part) for part in (each.start, each.stop, each.step))

    return "[" + ", ".join(map(entry, index if isinstance(index, tuple) else (index,))) + "]"
