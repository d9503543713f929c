# Warnings are errors, for every target of ours; sanitizers only in the asan preset.
add_library(tsunagu_options INTERFACE)
target_compile_options(tsunagu_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Werror -fno-strict-aliasing -fvisibility=hidden
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -fvisibility-inlines-hidden>
  # g++ 12.2 warns falsely inside libstdc++ when it inlines std::string operations at -O2.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict -Wno-stringop-overread>)
target_compile_definitions(tsunagu_options INTERFACE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
  $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
if(TSUNAGU_SANITIZE)
  target_compile_options(tsunagu_options INTERFACE
    -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
  target_link_options(tsunagu_options INTERFACE -fsanitize=address,undefined -fuse-ld=lld)
endif()

# After this a test is taken for hung. Sanitizers, or no optimizing, make the programs several times
# slower.
set(TSUNAGU_TEST_SECONDS 300)
if(TSUNAGU_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(TSUNAGU_TEST_SECONDS 1200)
endif()
