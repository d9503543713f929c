// What a hostile adapter process may send: frames of any cut, and bodies read as every message. The
// first byte says how the stream is cut.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "sdk/wire/manifest.hpp"
#include "sdk/wire/messages.hpp"

namespace {

using namespace tsunagu::wire;

/// What was read must be written the same again.
template <class Message>
void round_trip(const Frame& frame) {
  const auto message = as<Message>(frame);
  if (!message) return;
  std::string out;
  if (!append(out, *message)) std::abort();
  if (std::string_view(out).substr(5) != frame.body) std::abort();
}

void read_as_all(const Frame& frame) {
  round_trip<Created>(frame);
  round_trip<Fatal>(frame);
  round_trip<Want>(frame);
  round_trip<Record>(frame);
  round_trip<ProblemMessage>(frame);
  round_trip<Progress>(frame);
  round_trip<File>(frame);
  round_trip<FileBytes>(frame);
  round_trip<HealthLine>(frame);
  round_trip<Done>(frame);
  round_trip<Create>(frame);
  round_trip<Decode>(frame);
  round_trip<Push>(frame);
  if (const auto hello = as<Hello>(frame)) {
    Manifest manifest;
    Settings settings{{"key", "value"}};
    if (read_manifest(hello->manifest, manifest).empty()) check_settings(manifest, settings);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = std::size_t{*data} + 1;
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  FrameBuffer buffer;
  while (!rest.empty() && !buffer.malformed()) {
    const FrameBuffer::Room room = buffer.room();
    const std::size_t some = std::min({piece, rest.size(), room.size});
    std::memcpy(room.data, rest.data(), some);
    buffer.filled(some);
    rest.remove_prefix(some);
    while (const auto frame = buffer.next())
      read_as_all(*frame);
  }
  return 0;
}
