# Installs the build into an empty prefix, then configures, builds and runs the project beside this file against it.
#
#   cmake -D BUILD=... -D WORK=... -D PACK=... -D GENERATOR=... -D COMPILER=... -D TYPE=... -D FLAGS=... -P install_test.cmake
cmake_minimum_required(VERSION 3.22)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nfailed with ${result}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix" --config "${TYPE}")
run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${WORK}/build" -G "${GENERATOR}" "-DCMAKE_BUILD_TYPE=${TYPE}"
  "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}" "-DCMAKE_PREFIX_PATH=${WORK}/prefix")
run("${CMAKE_COMMAND}" --build "${WORK}/build" --config "${TYPE}")

find_program(consumer consumer PATHS "${WORK}/build" "${WORK}/build/${TYPE}" NO_DEFAULT_PATH REQUIRED)
run("${consumer}" "${PACK}")
if(NOT output MATCHES "^(machine|human|undecided) scored [01]\\.[0-9]+ [a-z]+-[^ ]+ [0-9a-f]+\n$")
  message(FATAL_ERROR "the consumer printed: ${output}")
endif()
message(STATUS "the consumer printed: ${output}")
