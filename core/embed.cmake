# calque_embed(TARGET FILE...): the bytes of "words.tsv" are calque::embedded::kWordsTsv, a string view, for who includes
# "embedded/words.tsv.h". A changed file makes CMake write its header anew.
function(calque_embed target)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file FILENAME name)
    string(REGEX REPLACE "[^A-Za-z0-9]" ";" words "${name}")
    set(constant k)
    foreach(word IN LISTS words)
      string(SUBSTRING "${word}" 0 1 first)
      string(TOUPPER "${first}" first)
      string(SUBSTRING "${word}" 1 -1 rest)
      string(APPEND constant "${first}${rest}")
    endforeach()
    file(READ "${file}" text)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.h" @ONLY CONTENT [[#pragma once

#include <string_view>

namespace calque::embedded {

inline constexpr std::string_view @constant@ = R"calque(@text@)calque";

}  // namespace calque::embedded
]])
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  endforeach()
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
