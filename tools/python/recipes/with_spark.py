"""Spark: spark-submit with_spark.py news.parquet scored.parquet"""

import sys

import calque.spark
from pyspark.sql import SparkSession

source, target = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
news = spark.read.parquet(source)
calque.spark.score(news, text="body").write.parquet(target)
