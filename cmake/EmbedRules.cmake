# tallywire_embed(target NAMESPACE ns FILES files...): compiles text files into `target` as the array
# `ns::kEmbeddedFiles` of {name, text}, declared in the generated header embedded_<target>.h.
function(tallywire_embed target)
  cmake_parse_arguments(ARG "" "NAMESPACE" "FILES" ${ARGN})
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded_${target}.cc")
  set(paths "")
  foreach(file IN LISTS ARG_FILES)
    cmake_path(ABSOLUTE_PATH file OUTPUT_VARIABLE path)
    list(APPEND paths "${path}")
  endforeach()
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${source}" "-DNAMESPACE=${ARG_NAMESPACE}" "-DFILES=${paths}"
            -P "${PROJECT_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    DEPENDS ${paths} "${PROJECT_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    COMMENT "Embedding the rule files of ${target}"
    VERBATIM)
  # Beyond the 64 KiB that the standard asks compilers for; those we build with have no such limit.
  set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE "${source}")
endfunction()
