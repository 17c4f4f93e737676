# Writes OUTPUT, a header that names the commit of SOURCE and the build's FLAGS. Leaves the file alone if it would not
# change.
set(commit "unknown")
if(GIT)
  execute_process(COMMAND "${GIT}" -C "${SOURCE}" describe --always --dirty --abbrev=12
    OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failure)
  if(NOT failure)
    set(commit "${described}")
  endif()
endif()
# Leaves out prefix maps: they name the build's folder, so equal builds in two folders would differ.
string(REGEX REPLACE "-f[a-z]+-prefix-map=[^ ]*" "" flags "${FLAGS}")
string(REGEX REPLACE " +" " " flags "${flags}")
string(STRIP "${flags}" flags)
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT [[
#define CALQUE_COMMIT "@commit@"
#define CALQUE_BUILD "@flags@"
]] @ONLY)
