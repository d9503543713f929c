# The document as C++: a literal for each line, for a literal has a greatest length; neighbouring
# ones would count as one.
file(READ ${INPUT} text)
string(REPLACE "\n" "\n)openapi\",\n    R\"openapi(" pieces "${text}")
file(WRITE ${OUTPUT} "#include \"hub/api/openapi.hpp\"

#include <string>

namespace hub::api {
namespace {

constexpr std::string_view lines[] = {
    R\"openapi(${pieces})openapi\"};

std::string joined() {
  std::string all;
  for (const auto line : lines)
    all += line;
  return all;
}

}  // namespace

std::string_view openapi_base() {
  static const std::string document = joined();
  return document;
}

}  // namespace hub::api
")
