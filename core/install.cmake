# Installs the library and the package for find_package(Calque). tests/install tests both.
include(CMakePackageConfigHelpers)

set(calque_package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/Calque")

install(TARGETS calque EXPORT CalqueTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY include/calque DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT CalqueTargets NAMESPACE calque:: DESTINATION "${calque_package_folder}")

configure_package_config_file(CalqueConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/CalqueConfig.cmake"
  INSTALL_DESTINATION "${calque_package_folder}" NO_SET_AND_CHECK_MACRO)
# Before version 1.0, a minor version may change the interface.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/CalqueConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/CalqueConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/CalqueConfigVersion.cmake"
  DESTINATION "${calque_package_folder}")
