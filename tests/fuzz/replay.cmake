# Inputs that once made a fuzz target fail, run by ctest: tests/fuzz/crashes/NAME/* through NAME_fuzz.cc.
function(tallywire_replay name)
  file(GLOB inputs CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/crashes/${name}/*")
  add_executable(${name}_replay fuzz/${name}_fuzz.cc fuzz/replay.cc)
  target_link_libraries(${name}_replay PRIVATE ${ARGN} tallywire_options)
  target_include_directories(${name}_replay PRIVATE "${PROJECT_SOURCE_DIR}")
  add_test(NAME fuzz_replay_${name} COMMAND ${name}_replay ${inputs})
endfunction()

tallywire_replay(extract tallywire_extract)
tallywire_replay(figure tallywire_extract)
tallywire_replay(html tallywire_parse)
tallywire_replay(reducer tallywire_parse)
target_sources(reducer_replay PRIVATE parse/tree_dump.cc)
