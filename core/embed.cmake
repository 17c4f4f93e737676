# calque_embed(TARGET PREFIX FILE...): makes each asset a std::string_view in a header for the target's sources.
#
# ASSET.css of folder PREFIX becomes "PREFIX/assets/ASSET.css.h" with calque::assets::kAssetCss. A change of the asset
# rebuilds the sources that include it. CMake itself writes the header.
function(calque_embed target prefix)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME)
    set(header "${folder}/${prefix}/assets/${name}.h")
    add_custom_command(OUTPUT "${header}"
      COMMAND ${CMAKE_COMMAND} -D "ASSET=${CMAKE_CURRENT_SOURCE_DIR}/${file}" -D "HEADER=${header}" -P "${script}"
      DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}" "${script}" COMMENT "Generating ${name}.h" VERBATIM)
    target_sources(${target} PRIVATE "${header}")
  endforeach()
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()

# Run as a script, this file writes one header. The constant of "feeds.css" is kFeedsCss.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  get_filename_component(name "${ASSET}" NAME)
  string(REGEX MATCHALL "[A-Za-z0-9]+" words "${name}")
  set(constant k)
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND constant "${first}${rest}")
  endforeach()
  file(READ "${ASSET}" text)
  file(WRITE "${HEADER}" "// Made from ${name} by core/embed.cmake.
#pragma once

#include <string_view>

namespace calque::assets {
inline constexpr std::string_view ${constant} = R\"asset(${text})asset\";
}  // namespace calque::assets
")
endif()
