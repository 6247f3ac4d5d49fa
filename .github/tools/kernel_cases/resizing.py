import itertools

import numpy as np
from kernel_values import i32

RANDOM = np.random.default_rng(11)
SIZES = [((4, 5), (8, 10)), ((4, 5), (2, 3)), ((3, 3), (7, 5)), ((5, 4), (1, 1)), ((1, 1), (3, 2)), ((3, 4), (3, 4)), ((7, 6), (3, 4))]


def cases(case):
    for op, (size, to), corners, half in itertools.product(
        ("ResizeBilinear", "ResizeBicubic", "ResizeNearestNeighbor"), SIZES, (False, True), (False, True),
    ):
        if corners and half and (size, to) != SIZES[0]:
            continue
        images = (RANDOM.integers(0, 64, (1, *size, 2)) / 64).astype(np.float32)
        case(op, f"{size} to {to}, corners: {corners}, half: {half}", absolute=2e-6, images=images, size=i32(to), align_corners=corners,
             half_pixel_centers=half)
    for (size, to), corners in itertools.product(SIZES, (False, True)):
        images = (RANDOM.integers(0, 64, (2, *size, 1)) / 64).astype(np.float32)
        case("ResizeArea", f"{size} to {to}, corners: {corners}", absolute=2e-6, images=images, size=i32(to), align_corners=corners)
    whole = RANDOM.integers(0, 255, (1, 3, 4, 3)).astype(np.uint8)
    case("ResizeBilinear", "uint8", images=whole, size=i32([5, 2]), half_pixel_centers=True)
    case("ResizeNearestNeighbor", "uint8", images=whole, size=i32([5, 2]), half_pixel_centers=True)
    case("ResizeNearestNeighbor", "int64", images=whole.astype(np.int64), size=i32([2, 8]))
    case("ResizeBilinear", "float16", images=(whole / 255).astype(np.float16), size=i32([4, 4]), half_pixel_centers=True)
    case("ResizeBilinear", "to nothing", images=whole, size=i32([0, 2]))
