"""Fourier transforms of lengths with few and with large prime factors."""

import numpy as np

RANDOM = np.random.default_rng(4)


def numbers(shape, dtype):
    real = RANDOM.normal(0, 1, shape)
    return (real + 1j * RANDOM.normal(0, 1, shape)).astype(dtype) if np.dtype(dtype).kind == "c" else real.astype(dtype)


def cases(case):
    for dtype, close in (("complex64", 5e-6), ("complex128", 1e-13)):
        for length in (1, 2, 8, 12, 13, 31):
            case("FFT", f"{dtype}, {length}", absolute=close, input=numbers([2, length], dtype))
            case("IFFT", f"{dtype}, {length}", absolute=close, input=numbers([2, length], dtype))
        case("FFT2D", dtype, absolute=close, input=numbers([2, 4, 6], dtype))
        case("IFFT2D", dtype, absolute=close, input=numbers([2, 5, 4], dtype))
        case("FFT3D", dtype, absolute=close, input=numbers([2, 3, 4], dtype))
        case("IFFT3D", dtype, absolute=close, input=numbers([2, 3, 4], dtype))
    for dtype, target, close in (("float32", np.complex64, 5e-6), ("float64", np.complex128, 1e-13)):
        for length in (1, 2, 7, 8, 12):
            size = np.array([length], np.int32)
            half = length // 2 + 1
            case("RFFT", f"{dtype}, {length}", absolute=close, input=numbers([3, length], dtype), fft_length=size, Tcomplex=target)
            case("RFFT", f"{dtype}, {length} of more", absolute=close, input=numbers([3, length + 2], dtype), fft_length=size, Tcomplex=target)
            case("IRFFT", f"{dtype}, {length}", absolute=close, input=numbers([3, half], target), fft_length=size, Treal=dtype)
        two, three = np.array([4, 6], np.int32), np.array([2, 3, 5], np.int32)
        case("RFFT2D", dtype, absolute=close, input=numbers([2, 4, 6], dtype), fft_length=two, Tcomplex=target)
        case("IRFFT2D", dtype, absolute=close, input=numbers([2, 4, 4], target), fft_length=two, Treal=dtype)
        case("RFFT3D", dtype, absolute=close, input=numbers([2, 3, 5], dtype), fft_length=three, Tcomplex=target)
        case("IRFFT3D", dtype, absolute=close, input=numbers([2, 3, 3], target), fft_length=three, Treal=dtype)
    case("RFFT", "longer than the input", input=numbers([3, 4], "float32"), fft_length=np.array([8], np.int32))
    case("FFT", "nothing", input=numbers([0, 4], "complex64"))
