// bench_mapped BUILD SOURCE ROWS: a list's bytes to records at the hub, through the adapter `table`
// in its own process, beside a reader of the same bytes that only takes the cells apart. Prints
// rows a second of both, and records.
#include <chrono>
#include <cstring>
#include <iostream>

#include "hub/adapter/supervisor.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/profile/mapping.hpp"
#include "tsunagu/mapping/json.hpp"
#include "tsunagu/text/row_stream.hpp"

namespace {

using Clock = std::chrono::steady_clock;

/// As in examples/consultation_list, in UTF-8: one person, consultation, concern and consent a row.
std::string list_of(std::size_t rows) {
  std::string out =
      "相談受付簿\n番号,受付日,氏名,フリガナ,生年月日,年齢,性別,住所,電話,住所を知られたくない,"
      "来た方法,"
      "知らせた人,困りごと,内容,介護保険料段階,同意,同意日,つなぎ先,状態,備考\n";
  for (std::size_t i = 1; i <= rows; ++i) {
    out += std::to_string(i) +
           ",R8.4.2,山田　花子,ﾔﾏﾀﾞ "
           "ﾊﾅｺ,S18.6.5,82,女,さくら市氏家2771,028-099-0124,,立ち寄り,本人,体調,"
           "腰が痛い。買い物に行けない。,第3段階,あり,R8.4.2,,,\n";
  }
  return out;
}

class Bytes final : public hub::adapter::InputSource {
 public:
  explicit Bytes(const std::string& bytes) : bytes_(bytes) {}
  hub::base::Result<std::size_t> read(std::span<std::uint8_t> buffer) override {
    const std::size_t size = std::min(buffer.size(), bytes_.size() - at_);
    std::memcpy(buffer.data(), bytes_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  const std::string& bytes_;
  std::size_t at_ = 0;
};

struct Counting final : hub::adapter::RecordHandler {
  hub::base::Result<> record(std::string_view, std::uint64_t) override {
    ++records;
    return {};
  }
  hub::base::Result<> reject(const hub::adapter::Problem&) override { return {}; }
  hub::base::Result<> warning(const hub::adapter::Problem&) override { return {}; }
  std::size_t records = 0;
};

double per_second(std::size_t rows, Clock::time_point began) {
  return static_cast<double>(rows) / std::chrono::duration<double>(Clock::now() - began).count();
}

double mapped(const std::string& build, const std::string& source, const std::string& bytes,
              std::size_t rows) {
  hub::profile::Problems problems;
  const auto mapping =
      hub::profile::read_mapping(source + "/examples/consultation_list/mapping.yaml", problems);
  hub::adapter::Launch launch;
  launch.source = "bench";
  launch.program = build + "/tsunagu-adapter-host";
  launch.adapter = build + "/adapters/adapter_table.so";
  launch.data_dir = source + "/config/data";
  launch.settings = {{"mapping", tsunagu::mapping::write(mapping)}};
  const hub::base::SystemClock clock;
  hub::base::SystemRandom random;
  hub::adapter::Supervisor adapter(launch, clock, random);
  if (!adapter.start()) return 0;
  Bytes input(bytes);
  Counting counting;
  const auto began = Clock::now();
  const auto done = adapter.decode({"k", "full", "list.csv", 0, -1}, input, counting);
  return done && counting.records == rows * 4 ? per_second(rows, began) : 0;
}

double cells_only(const std::string& bytes, std::size_t rows) {
  bool given = false;
  const auto began = Clock::now();
  tsunagu::text::RowStream stream(
      [&]() -> std::string_view {
        if (std::exchange(given, true)) return {};
        return bytes;
      },
      {tsunagu::text::Encoding::utf8}, {}, 2);
  std::size_t seen = 0;
  while (stream.next() != nullptr)
    ++seen;
  return seen == rows ? per_second(rows, began) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto rows = static_cast<std::size_t>(std::stoul(argv[3]));
  const std::string bytes = list_of(rows);
  const double ours = mapped(argv[1], argv[2], bytes, rows);
  const double bare = cells_only(bytes, rows);
  std::cout << ours << ' ' << bare << '\n';
  return ours > 0 && bare > 0 ? 0 : 1;
}
