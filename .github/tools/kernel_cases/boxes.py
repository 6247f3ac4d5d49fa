"""Boxes that overlap, and which of them to keep."""

import numpy as np

RANDOM = np.random.default_rng(8)


def f32(value):
    return np.array(value, np.float32)


def i32(value):
    return np.array(value, np.int32)


def boxes(*shape):
    corner = RANDOM.uniform(0, 0.7, (*shape, 2))
    return np.round(np.concatenate([corner, corner + RANDOM.uniform(0.05, 0.5, (*shape, 2))], -1), 3).astype("float32")


def cases(case):
    some, scores = boxes(40), np.round(RANDOM.uniform(0, 1, 40), 3).astype("float32")
    scores[5:9] = 0.5
    for limit in (0.0, 0.3, 0.7, 1.0):
        case("NonMaxSuppressionV3", f"overlap {limit}", boxes=some, scores=scores, max_output_size=i32(12), iou_threshold=f32(limit), score_threshold=f32(0.1))
        case("NonMaxSuppressionV5", f"overlap {limit}", boxes=some, scores=scores, max_output_size=i32(12), iou_threshold=f32(limit), score_threshold=f32(0.1), soft_nms_sigma=f32(0))
        case("NonMaxSuppressionV5", f"soft, overlap {limit}", ulps=8, boxes=some, scores=scores, max_output_size=i32(30), iou_threshold=f32(limit), score_threshold=f32(0.2), soft_nms_sigma=f32(0.4))
    case("NonMaxSuppression", "defaults", boxes=some, scores=scores, max_output_size=i32(5))
    case("NonMaxSuppressionV2", "corners the other way round", boxes=some[:, [2, 3, 0, 1]], scores=scores, max_output_size=i32(50), iou_threshold=f32(0.4))
    case("NonMaxSuppressionV4", "padded", boxes=some, scores=scores, max_output_size=i32(50), iou_threshold=f32(0.2), score_threshold=f32(0.5), pad_to_max_output_size=True)
    case("NonMaxSuppressionV4", "none is good enough", boxes=some, scores=scores, max_output_size=i32(3), iou_threshold=f32(0.2), score_threshold=f32(2))
    case("NonMaxSuppressionV3", "no boxes", boxes=some[:0], scores=scores[:0], max_output_size=i32(3), iou_threshold=f32(0.2), score_threshold=f32(0))
    case("NonMaxSuppressionV3", "too few scores", boxes=some, scores=scores[:3], max_output_size=i32(3), iou_threshold=f32(0.2), score_threshold=f32(0))
    case("NonMaxSuppressionV3", "an overlap of 2", boxes=some, scores=scores, max_output_size=i32(3), iou_threshold=f32(2), score_threshold=f32(0))
    overlaps = np.round(RANDOM.uniform(0, 1, (6, 6)), 3).astype("float32")
    case("NonMaxSuppressionWithOverlaps", "a table", overlaps=overlaps, scores=scores[:6], max_output_size=i32(4), overlap_threshold=f32(0.5), score_threshold=f32(0))
    for classes, kinds in ((1, 1), (3, 1), (3, 3)):
        for padded in (False, True):
            for clipped in (False, True):
                case("CombinedNonMaxSuppression", f"{classes} classes, {kinds} boxes each, padded {padded}, clipped {clipped}", boxes=boxes(2, 15, kinds) * 1.2,
                     scores=RANDOM.uniform(0, 1, (2, 15, classes)).astype("float32"), max_output_size_per_class=i32(3), max_total_size=i32(7),
                     iou_threshold=f32(0.4), score_threshold=f32(0.2), pad_per_class=padded, clip_boxes=clipped)
