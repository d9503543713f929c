#include "hub/cli/demo_pattern.hpp"

#include <algorithm>
#include <ostream>

#include "hub/cli/daemon_call.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/demo_story.hpp"

namespace hub::cli {
namespace {

using base::Result;
using tsunagu::json::View;

constexpr std::string_view wanted = "pattern_8050";

const DemoMember* member_of(const DemoFacts& facts, std::string_view person) {
  const auto& all = facts.household.members;
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.person == person; });
  return at == all.end() ? nullptr : &*at;
}

bool is_of_household(const Answer& shown, const DemoFacts& facts) {
  const auto members = shown.of("member");
  return std::any_of(members.begin(), members.end(), [&facts](View line) {
    return member_of(facts, line.find("person").text()) != nullptr;
  });
}

std::string joined(View list, bool as_words) {
  std::string out;
  for (const View one : list) {
    if (!out.empty()) out += "、";
    out += as_words ? word_for(Language::ja, one.text()) : one.text();
  }
  return out;
}

std::string people_in(const DemoFacts& facts, const Answer& shown) {
  std::string out;
  for (const View line : shown.of("member")) {
    const auto* member = member_of(facts, line.find("person").text());
    if (!out.empty()) out += "、";
    out += member == nullptr ? "ほかの家族" : role_of(*member);
  }
  return out;
}

}  // namespace

Result<DemoPattern> ask_pattern(const std::filesystem::path& socket, const DemoFacts& facts) {
  DaemonAddress address;
  address.socket = socket.string();
  Request list("signal.list");
  list.count("limit", 10'000);
  const auto listed = call_daemon(address, list);
  if (!listed) return listed.error();
  DemoPattern out;
  for (const View line : listed->of("pattern")) {
    ++out.open;
    if (!out.shown.empty() || line.find("code").text() != wanted) continue;
    Request show("signal.show");
    show.text("signal", std::string(line.find("signal").text()));
    show.text("purpose", "case_conference");
    auto shown = call_daemon(address, show);
    if (!shown) return shown.error();
    if (is_of_household(*shown, facts)) out.shown = std::move(*shown);
  }
  return out;
}

void tell_pattern(Page& page, const DemoFacts& facts, const DemoPattern& pattern) {
  page.out() << '\n';
  page.paragraph(
      "窓口どうしには何も見せず、名を挙げた市の職員にだけ「気づき」が届きます。中身はなく、見るたび"
      "に"
      "目的が記録に残ります（tsunagu signal show）。");
  for (const View line : pattern.shown.of("pattern")) {
    page.entry("気づき", std::string(line.find("title").text()));
    page.entry("だれについて", people_in(facts, pattern.shown));
    page.entry("知っている分野", joined(line.find("fieldNames"), false));
    page.entry("根拠の種類", joined(line.find("evidence"), true));
    page.entry("確かさ", std::string(word_for(Language::ja, line.find("confidence").text())) +
                             "（同意を求めるか、支援会議を招集するかは職員が選ぶ）");
  }
}

std::vector<DemoExpectation> judge_pattern(const DemoPattern& pattern) {
  const auto lines = pattern.shown.of("pattern");
  return {{"pattern_8050", "8050の世帯に、市の職員だけが気づく",
           lines.size() == 1 && lines.front().find("fields").size() >= 2 &&
               pattern.shown.of("member").size() == 2}};
}

}  // namespace hub::cli
