#include "plugins/kodomo/line_reader.hpp"

#include <algorithm>

namespace kodomo {

bool LineReader::refill() {
  const std::size_t size = input_->read(buffer_.data(), buffer_.size());
  rest_ = std::string_view(buffer_).substr(0, size);
  return size > 0;
}

bool LineReader::next(TextLine& line) {
  line_.clear();
  line = {++number_};
  bool any = false;
  while (!line.ended && (!rest_.empty() || refill())) {
    any = true;
    const std::size_t end = rest_.find('\n');
    line.ended = end != std::string_view::npos;
    const std::string_view part = rest_.substr(0, end);
    line.too_long = line.too_long || line_.size() + part.size() > tsunagu::record_bytes;
    if (!line.too_long) line_.append(part);
    rest_.remove_prefix(std::min(part.size() + (line.ended ? 1 : 0), rest_.size()));
  }
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  if (!line.too_long) line.text = line_;
  return any;
}

}  // namespace kodomo
