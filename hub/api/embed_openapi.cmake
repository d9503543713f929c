# The document as C++: a literal for each line, for a literal has a greatest length.
file(READ ${INPUT} text)
string(REPLACE "\n" "\n)openapi\"\nR\"openapi(" pieces "${text}")
file(WRITE ${OUTPUT} "#include \"hub/api/openapi.hpp\"

namespace hub::api {

std::string_view openapi_document() {
  return R\"openapi(${pieces})openapi\";
}

}  // namespace hub::api
")
