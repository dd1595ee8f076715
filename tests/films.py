"""Films of printed pages, as a camera would see them; the library that opens cameras plays them in the place of one."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy
from PIL import Image

_SIZE = (1280, 960)


def film_of(path: Path, pages: Sequence[Image.Image], moments: int = 10) -> Path:
    """Each page held before the camera for so many pictures, its upper part filling the view."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, _SIZE)
    for page in pages:
        width, height = page.size
        seen = page.crop((0, 0, width, height * 3 // 5)).convert("RGB")
        seen.thumbnail(_SIZE)
        view = Image.new("RGB", _SIZE, (90, 85, 80))
        view.paste(seen, ((_SIZE[0] - seen.width) // 2, (_SIZE[1] - seen.height) // 2))
        for _ in range(moments):
            writer.write(numpy.asarray(view)[:, :, ::-1].copy())
    writer.release()
    return path
