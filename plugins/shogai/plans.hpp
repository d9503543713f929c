// P rows: one サービス等利用計画 while its rows come in. They stand together in the file, so that
// only one plan is held at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plugins/shogai/columns.hpp"
#include "tsunagu/decode.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace shogai {

class Plans {
 public:
  /// The sink must outlive it.
  explicit Plans(tsunagu::Sink& sink) : sink_(&sink) {}

  void take(tsunagu::feed::Line& line);
  /// Hands out the plan that is held, when another kind of row or the end comes.
  void finish();

 private:
  struct Need {
    tsunagu::record::Issue issue;
    std::vector<tsunagu::record::Goal> goals;
  };

  void read_head(tsunagu::feed::Line& line, const std::string& number);
  void check_head(tsunagu::feed::Line& line) const;
  void add_need(tsunagu::feed::Line& line);
  Need* need_like(tsunagu::record::Issue issue);
  [[nodiscard]] tsunagu::record::Plan whole() const;

  tsunagu::Sink* sink_;
  std::optional<tsunagu::record::Plan> plan_;
  std::string number_;
  std::string person_;  ///< 宛名番号
  std::string head_;    ///< the head's cells, to notice where they differ
  std::uint64_t line_ = 0;
  std::vector<Need> needs_;
  std::vector<tsunagu::Problem> warnings_;
  std::set<std::string, std::less<>> done_;
};

}  // namespace shogai
