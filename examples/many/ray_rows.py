"""Quotations in a data set of Ray, checked by ``map_batches``: ``python ray_rows.py LIST RESULTS SOURCE…``.

LIST is a directory or file of JSON Lines; RESULTS is a directory that Parquet is written into.
"""

from __future__ import annotations

import sys

import ray

from quotecheck.cluster import RowChecker


def main(listed: str, results: str, *sources: str) -> None:
    check = RowChecker.over(sources)  # many sources: RowChecker.over(archive="press/")
    found = ray.data.read_json(listed).repartition(4).map_batches(check.frame, batch_format="pandas")
    found.write_parquet(results)
    for row in sorted(found.take_all(), key=lambda row: row["id"]):
        print(row["id"], row["verdict"], row["outcome"], [one["code"] for one in row["findings"]])


if __name__ == "__main__":
    main(*sys.argv[1:])
