# A page for each public header of the SDK, in English and in Japanese, out of the headers themselves:
# build/<preset>/reference/{en,ja}/index.html. What a comment names and is not there ends the build.
find_package(Doxygen REQUIRED)
set(reference_dir ${CMAKE_BINARY_DIR}/reference)
file(GLOB_RECURSE public_headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sdk/include/tsunagu/*.h
  ${CMAKE_SOURCE_DIR}/sdk/include/tsunagu/*.hpp)
set(reference_tags)
set(languages English Japanese)
set(codes en ja)
foreach(language code IN ZIP_LISTS languages codes)
  configure_file(docs/reference.doxyfile.in ${reference_dir}/${code}.doxyfile @ONLY)
  add_custom_command(OUTPUT ${reference_dir}/${code}.tags
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${reference_dir}/${code}
    COMMAND Doxygen::doxygen ${reference_dir}/${code}.doxyfile
    DEPENDS ${public_headers} ${reference_dir}/${code}.doxyfile tools/header_reference tools/header_words.tsv
    COMMENT "Writing the header reference (${language})")
  list(APPEND reference_tags ${reference_dir}/${code}.tags)
endforeach()
add_custom_target(reference ALL DEPENDS ${reference_tags})
