"""Quotations in a DataFrame of Spark, checked by ``mapInPandas``: ``python spark_rows.py LIST RESULTS SOURCE…``.

LIST and RESULTS are directories or files of JSON Lines, wherever Spark reads and writes.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from quotecheck.cluster import RowChecker


def main(listed: str, results: str, *sources: str) -> None:
    check = RowChecker.over(sources)  # many sources: RowChecker.over(archive="press/")
    spark = SparkSession.builder.getOrCreate()
    found = spark.read.json(listed).repartition(4).mapInPandas(check.frames, schema=check.spark_schema)
    found.write.mode("overwrite").json(results)
    spark.read.schema(check.spark_schema).json(results).createOrReplaceTempView("results")
    spark.sql("select id, verdict, outcome, findings.code as codes from results order by id").show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
