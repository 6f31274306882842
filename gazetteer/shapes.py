"""Build the outlines of countries that ship: python shapes.py WORLD_ATLAS_FOLDER OUTPUT_FOLDER.

WORLD_ATLAS_FOLDER is the unpacked npm package world-atlas 2.0.2 (ISC), made of Natural Earth (public domain).
The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

SCALES = {"110m": 10, "50m": 100}
"""Of each scale, the steps that a degree is cut into."""
NAME = "Natural Earth 4.1 (2018), by way of world-atlas 2.0.2"


def main(source: Path, output: Path) -> None:
    scales = {
        scale: {
            "steps": steps,
            "countries": countries(json.loads((source / f"countries-{scale}.json").read_text()), steps),
        }
        for scale, steps in SCALES.items()
    }
    body = json.dumps({"name": NAME, "scales": scales}, ensure_ascii=False, separators=(",", ":"))
    (output / "countries.json.gz").write_bytes(gzip.compress(body.encode(), 9, mtime=0))


def countries(topology: dict[str, Any], steps: int) -> list[list[Any]]:
    """Each country as its ISO numeric code, its name and its outer rings, flat and counted from point to point."""
    arcs = [absolute(arc, topology["transform"], steps) for arc in topology["arcs"]]
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape["arcs"]], "MultiPolygon": shape["arcs"]}[shape["type"]]
        rings = [ring_of(polygon[0], arcs) for polygon in polygons]
        name = shape["properties"]["name"]
        found.append([shape.get("id", ""), name, [steps_of(r) for r in rings if len(r) > 3]])
    return sorted((c for c in found if c[2]), key=lambda c: (c[1], c[0]))


def absolute(arc: list[list[int]], transform: dict[str, list[float]], steps: int) -> list[tuple[int, int]]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
    return [(round((x * sx + tx) * steps), round((y * sy + ty) * steps)) for x, y in zip(xs, ys, strict=True)]


def ring_of(indices: list[int], arcs: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for i in indices:
        for point in arcs[i] if i >= 0 else reversed(arcs[~i]):
            if not points or points[-1] != point:
                points.append(point)
    return points


def steps_of(ring: list[tuple[int, int]]) -> list[int]:
    flat, x, y = [], 0, 0
    for px, py in ring:
        flat += [px - x, py - y]
        x, y = px, py
    return flat


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
