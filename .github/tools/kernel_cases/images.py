"""Images: colours, crops, projections, scaling with antialiasing."""

import numpy as np

RANDOM = np.random.default_rng(6)


def picture(*shape, dtype="float32"):
    values = RANDOM.uniform(0, 1, shape)
    return (values * 255).astype(dtype) if np.dtype(dtype).kind in "iu" else np.round(values, 4).astype(dtype)


def f32(values):
    return np.array(values, np.float32)


def i32(values):
    return np.array(values, np.int32)


def cases(case):
    for dtype in ("float32", "float64"):
        case("RGBToHSV", dtype, ulps=8, absolute=1e-6, images=picture(2, 3, 4, 3, dtype=dtype))
        case("HSVToRGB", dtype, ulps=8, absolute=1e-6, images=picture(2, 3, 4, 3, dtype=dtype))
    greys = f32([[[0, 0, 0], [0.5, 0.5, 0.5], [1, 1, 1], [1, 0, 0], [0, 1, 1]]])
    case("RGBToHSV", "greys and pure colours", absolute=1e-6, images=greys)
    case("RGBToHSV", "two channels", images=picture(2, 3, 2))
    for delta in (0.1, -0.3, 0.9):
        case("AdjustHue", f"by {delta}", absolute=2e-6, images=picture(2, 3, 4, 3), delta=np.float32(delta))
    for scale in (0.0, 0.5, 3.0):
        case("AdjustSaturation", f"by {scale}", absolute=2e-6, images=picture(2, 3, 4, 3), scale=np.float32(scale))
        case("AdjustContrastv2", f"by {scale}", absolute=2e-6, images=picture(2, 5, 4, 3), contrast_factor=np.float32(scale))
    crops(case)
    projections(case)
    for kernel in ("lanczos1", "lanczos3", "lanczos5", "gaussian", "box", "triangle", "keyscubic", "mitchellcubic"):
        for antialias in (True, False):
            for size in ([4, 5], [15, 11]):
                scale = f32([size[0] / 9, size[1] / 8])
                case("ScaleAndTranslate", f"{kernel}, antialias {antialias}, to {size}", absolute=2e-6, images=picture(2, 9, 8, 2),
                     size=i32(size), scale=scale, translation=f32([0, 0]), kernel_type=kernel, antialias=antialias)
    case("ScaleAndTranslate", "moved", absolute=1e-3, images=picture(1, 6, 7, 1, dtype="uint8"), size=i32([6, 9]), scale=f32([1, 1.3]), translation=f32([1.5, -2.2]))
    case("ScaleAndTranslate", "to nothing", images=picture(1, 6, 7, 1), size=i32([0, 9]), scale=f32([1, 1]), translation=f32([0, 0]))


def crops(case):
    boxes = f32([[0, 0, 1, 1], [0.1, 0.2, 0.7, 0.9], [0.8, 0.9, 0.2, 0.1], [-0.5, -0.2, 1.3, 1.2]])
    for method in ("bilinear", "nearest"):
        for dtype in ("float32", "uint8", "float64"):
            case("CropAndResize", f"{method} of {dtype}", absolute=1e-4, image=picture(2, 6, 7, 3, dtype=dtype), boxes=boxes, box_ind=i32([0, 1, 1, 0]),
                 crop_size=i32([4, 5]), method=method, extrapolation_value=7.0)
    case("CropAndResize", "one pixel", image=picture(1, 6, 7, 1), boxes=boxes, box_ind=i32([0] * 4), crop_size=i32([1, 1]))
    case("CropAndResize", "an image that is not there", image=picture(1, 6, 7, 1), boxes=boxes, box_ind=i32([0, 0, 0, 1]), crop_size=i32([2, 2]))


def projections(case):
    turned = f32([[0.9, -0.3, 1.2, 0.3, 0.9, -0.7, 0, 0], [1.1, 0.2, -3, 0.1, 0.8, 2, 0.02, -0.01]])
    for fill in ("CONSTANT", "NEAREST", "REFLECT", "WRAP"):
        for how in ("NEAREST", "BILINEAR"):
            case("ImageProjectiveTransformV3", f"{how}, {fill}", absolute=1e-5, images=picture(2, 6, 7, 2), transforms=turned,
                 output_shape=i32([6, 7]), fill_value=np.float32(0.5), interpolation=how, fill_mode=fill)
    case("ImageProjectiveTransformV3", "one for all", absolute=1e-5, images=picture(2, 6, 7, 2), transforms=turned[:1], output_shape=i32([3, 9]), fill_value=np.float32(0), interpolation="BILINEAR")
    case("ImageProjectiveTransformV2", "uint8", images=picture(2, 6, 7, 2, dtype="uint8"), transforms=turned[:1], output_shape=i32([6, 7]), interpolation="NEAREST")
