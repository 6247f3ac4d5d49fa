import numpy as np
from kernel_values import EVERY, array, f32, i32, i64, registered, values

ALIGNMENTS = ["LEFT_RIGHT", "RIGHT_LEFT", "LEFT_LEFT", "RIGHT_RIGHT"]


def cases(case):
    for dtype in EVERY:
        if dtype == "string":
            continue
        one, seven = values(dtype, (2,)), values(dtype, (), seed=7)
        case("MatrixDiagV3", dtype, diagonal=one, k=i32(1), num_rows=i32(-1), num_cols=i32(-1), padding_value=seven)
        case("MatrixDiagPartV3", dtype, input=values(dtype, (2, 3)), k=i32([-1, 1]), padding_value=seven)
        case("MatrixSetDiagV3", dtype, input=values(dtype, (2, 2)), diagonal=one, k=i32(0))
        case("MatrixBandPart", dtype, input=values(dtype, (3, 3)), num_lower=i64(1), num_upper=i64(0))
    for dtype in registered("Diag"):
        case("Diag", dtype, diagonal=values(dtype, (2,)))
        case("DiagPart", dtype, input=values(dtype, (2, 2)))
    spread(case)
    parts(case)
    bands(case)


def spread(case):
    for shape, k, rows, columns in [
        ((3,), [0], -1, -1), ((3,), [1], -1, -1), ((3,), [-1], -1, -1), ((3,), [0], 4, 5), ((3,), [0], -1, 5), ((3,), [0], 5, -1), ((3,), [1], 5, -1),
        ((3,), [1], -1, 6), ((3,), [0], 2, 2), ((3, 3), [-1, 1], -1, -1), ((3, 3), [-1, 1], 3, 4), ((2, 3), [-1, 0], 4, -1), ((2, 3), [-1, 0], -1, 4),
        ((2, 2, 3), [-1, 0], -1, -1), ((2, 2), [0], -1, -1), ((0,), [0], -1, -1), ((2, 3), [0, 1, 2], -1, -1), ((2, 3), [1, 0], -1, -1), ((2, 3), [-3, -2], -1, -1),
        ((2, 1, 2), [2, 2], -1, -1), ((), [0], -1, -1),
    ]:
        arguments = {"diagonal": values("float32", shape, step=1), "k": i32(k), "num_rows": i32(rows), "num_cols": i32(columns), "padding_value": f32(7)}
        case("MatrixDiagV2", f"{shape} {k} {rows} {columns}", **arguments)
        for align in ALIGNMENTS if shape[-2:] == (3, 3) else ALIGNMENTS[:1]:
            case("MatrixDiagV3", f"{shape} {k} {rows} {columns} {align}", align=align, **arguments)
    for shape in [(3,), (2, 2), (0,), (2, 0), ()]:
        case("MatrixDiag", str(shape), diagonal=values("float32", shape))
    for shape in [(3,), (2, 3), (1,), (0,), ()]:
        case("Diag", str(shape), diagonal=values("float32", shape, step=1))
    for shape in [(3, 3), (2, 3, 2, 3), (2, 3), (3,), (0, 0), ()]:
        case("DiagPart", str(shape), input=values("float32", shape, step=1))


def parts(case):
    for shape, k in [
        ((3, 3), [0]), ((3, 4), [1]), ((4, 3), [-2]), ((3, 4), [-1, 2]), ((2, 3, 3), [-1, 1]), ((3, 3), [3]), ((3, 3), [-2, 2]), ((0, 0), [0]), ((3, 2), [0, 1]),
        ((3, 3), [1, -1]), ((3,), [0]), ((2, 3, 2), [0]), ((3, 3), [1, 1]),
    ]:
        x = values("float32", shape, step=1)
        case("MatrixDiagPartV2", f"{shape} {k}", input=x, k=i32(k), padding_value=f32(7))
        for align in ALIGNMENTS if k in ([-1, 2], [-2, 2]) else ALIGNMENTS[:1]:
            case("MatrixDiagPartV3", f"{shape} {k} {align}", input=x, k=i32(k), padding_value=f32(7), align=align)
    for shape in [(3, 3), (2, 3, 2), (3,), (0, 2)]:
        case("MatrixDiagPart", str(shape), input=values("float32", shape))
    for shape, diagonal, k in [
        ((3, 3), (3,), [0]), ((3, 4), (3,), [1]), ((2, 3, 3), (2, 3, 3), [-1, 1]), ((3, 4), (2, 3), [0, 1]), ((3, 3), (2,), [0]), ((3, 3), (2,), [-1]), ((2, 2), (1, 2), [0, 0]),
        ((4, 2), (3, 2), [-2, 0]), ((0, 0), (0,), [0]),
    ]:
        x, new = values("float32", shape, step=1), values("float32", diagonal, seed=9)
        case("MatrixSetDiagV2", f"{shape} {diagonal} {k}", input=x, diagonal=new, k=i32(k))
        for align in ALIGNMENTS if k in ([-1, 1], [-2, 0]) else ALIGNMENTS[:1]:
            case("MatrixSetDiagV3", f"{shape} {diagonal} {k} {align}", input=x, diagonal=new, k=i32(k), align=align)
    for shape, diagonal in [((3, 3), (3,)), ((2, 3, 2), (2, 2)), ((3, 3), (2,)), ((2,), (2,))]:
        case("MatrixSetDiag", f"{shape} {diagonal}", input=values("float32", shape), diagonal=values("float32", diagonal, seed=9))


def bands(case):
    for shape, below, above in [
        ((3, 4), 0, 0), ((3, 4), -1, 0), ((3, 4), 0, -1), ((3, 4), 1, 2), ((3, 4), -1, -1), ((2, 3, 3), 1, 0), ((3, 4), 4, 0), ((3, 4), 3, 4), ((0, 3), 0, 0), ((3,), 0, 0),
        ((3, 0), 0, 0), ((4, 2), 1, 1),
    ]:
        case("MatrixBandPart", f"{shape} {below} {above}", input=values("float32", shape, step=1), num_lower=i64(below), num_upper=i64(above))
    case("MatrixBandPart", "bounds of int32", input=values("float32", (3, 3)), num_lower=i32(0), num_upper=i32(1))
