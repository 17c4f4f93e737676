# Runs the example on an article that we wrote: cmake -D EXAMPLE=... -D WORK=... -P example_test.cmake
cmake_minimum_required(VERSION 3.22)

file(WRITE "${WORK}/article.txt" "“He left the the town,” said the mayor.\n")
execute_process(COMMAND "${EXAMPLE}" INPUT_FILE "${WORK}/article.txt" OUTPUT_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT output MATCHES "^undecided \\(too_short\\), probability -?nan, quality -?nan, by en-[^\n]*\n11-18 \"the the\": ")
  message(FATAL_ERROR "the example ended with ${result} and printed: ${output}")
endif()

execute_process(COMMAND "${EXAMPLE}" nowhere.calque INPUT_FILE "${WORK}/article.txt" ERROR_VARIABLE error RESULT_VARIABLE result)
if(NOT result EQUAL 4 OR NOT error MATCHES "nowhere.calque")
  message(FATAL_ERROR "without a pack the example ended with ${result} and printed: ${error}")
endif()
