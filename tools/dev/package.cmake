# `cpack` in the build folder makes a Debian package of the installed files.
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION share/doc/calque RENAME copyright)

# The bill of materials lists what the build used, so it is made after the build.
find_package(Python3 COMPONENTS Interpreter)
if(TARGET calque_command AND Python3_Interpreter_FOUND AND EXISTS /usr/bin/dpkg-query AND CMAKE_GENERATOR STREQUAL Ninja)
  set(bill "${PROJECT_BINARY_DIR}/calque.cdx.json")
  install(CODE "execute_process(COMMAND \"${Python3_EXECUTABLE}\" \"${PROJECT_SOURCE_DIR}/tools/dev/sbom\" \"${PROJECT_BINARY_DIR}\"
    OUTPUT_FILE \"${bill}\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES "${bill}" DESTINATION share/doc/calque)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME calque)
set(CPACK_PACKAGE_VENDOR "The Calque maintainers")
set(CPACK_PACKAGE_CONTACT "The Calque maintainers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find machine-translated English news and mark the places that show it")
set(CPACK_PACKAGE_DESCRIPTION "For each article, Calque says how likely it is that a machine translated it and how good the text is, and marks the
places that show it. The English model is included; no network is needed.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # depend on the libraries that the command is linked with, in these versions or later
include(CPack)
