# Warnings and sanitizers, kept in one interface library that only this project's own targets use.
add_library(tallywire_options INTERFACE)
target_compile_options(tallywire_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
  -Wconversion -Wsign-conversion -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough -Wunused)
# g++ 12 warns of overlapping copies inside std::string's own operator= and operator+ (GCC bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(tallywire_options INTERFACE -Wno-restrict)
endif()
if(TALLYWIRE_WERROR)
  target_compile_options(tallywire_options INTERFACE -Werror)
endif()
if(TALLYWIRE_SANITIZE)
  target_compile_options(tallywire_options INTERFACE
    -fsanitize=${TALLYWIRE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tallywire_options INTERFACE -fsanitize=${TALLYWIRE_SANITIZE})
endif()

# What the fuzzed code reaches is counted in it, not in the targets' own files only.
if(TALLYWIRE_BUILD_FUZZ)
  target_compile_options(tallywire_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Optimisation over all files of a program (bench/README.md says what it gives). The objects hold machine code as well, so
# that only what asks for it by tallywire_whole_program pays for it when it is linked: not the tests.
if(TALLYWIRE_LTO AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release"
   AND NOT TALLYWIRE_SANITIZE)
  target_compile_options(tallywire_options INTERFACE -flto=auto -ffat-lto-objects)
  add_link_options("$<IF:$<BOOL:$<TARGET_PROPERTY:TALLYWIRE_WHOLE_PROGRAM>>,-flto=auto,-fno-lto>")
endif()
function(tallywire_whole_program name)
  set_target_properties(${name} PROPERTIES TALLYWIRE_WHOLE_PROGRAM ON)
endfunction()

find_program(TALLYWIRE_CCACHE ccache)
if(TALLYWIRE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${TALLYWIRE_CCACHE}")
endif()

# tallywire_library(name sources...): a static library of one stage, with the repository's root as include root.
function(tallywire_library name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE tallywire_options)
endfunction()
