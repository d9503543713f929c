#include "hub/cli/demo_facts.hpp"

#include <algorithm>
#include <functional>

#include "hub/cli/admin_client.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::cli {
namespace {

using base::Result;
using tsunagu::json::View;

constexpr std::chrono::seconds patience{10};

std::string text_of(View line, std::string_view name) {
  return std::string(line.find(name).text());
}

/// One question to the daemon; `about` is the id it is about, named `key`.
struct Question {
  std::string_view verb;
  std::string_view key = {};
  std::string_view about = {};

  [[nodiscard]] std::string request() const {
    std::string out;
    tsunagu::json::Writer json(out);
    json.begin_object();
    json.key("verb");
    json.string(verb);
    if (!key.empty()) {
      json.key(key);
      json.string(about);
    }
    json.end_object();
    return out;
  }
};

/// Asks one question after the other; after the first that fails, none.
class Asking {
 public:
  explicit Asking(AdminClient client) : client_(std::move(client)) { client_.be_patient(patience); }

  void each(const Question& question, const std::function<void(View)>& take) {
    if (!so_far_) return;
    so_far_ = client_.call(question.request(), [&take](std::string_view line) {
      const auto parsed = tsunagu::json::parse_untrusted(line);
      if (parsed.ok()) take(parsed.root());
    });
  }
  [[nodiscard]] const Result<>& so_far() const { return so_far_; }

 private:
  AdminClient client_;
  Result<> so_far_;
};

DemoArrival arrival_of(View line) {
  DemoArrival out;
  out.id = text_of(line, "arrival");
  out.source = text_of(line, "source");
  out.state = text_of(line, "state");
  out.reason = text_of(line, "reason");
  out.records = line.find("records").integer();
  out.rejected = line.find("rejects").integer();
  return out;
}

void ask_arrivals(Asking& asking, std::vector<DemoArrival>& out) {
  asking.each({"arrival.list"}, [&out](View line) { out.push_back(arrival_of(line)); });
  std::reverse(out.begin(), out.end());
  for (auto& arrival : out) {
    if (arrival.rejected == 0 && arrival.state == "applied") continue;
    asking.each({"reject.show", "arrival", arrival.id}, [&arrival](View line) {
      if (line.find("kind").text() != "reject") return;  // remarks on rows that were taken
      arrival.rejects.push_back(
          {line.find("line").integer(), text_of(line, "column"), text_of(line, "reason")});
    });
  }
}

void take_line_of_referral(View line, DemoReferral& out) {
  const auto kind = line.find("kind").text();
  if (kind == "event") out.states.push_back(text_of(line, "to"));
  if (kind == "signal") out.proposals.push_back(text_of(line, "code"));
}

DemoAnswer answer_of(View line) {
  DemoAnswer out{text_of(line, "person"),   text_of(line, "subject"), text_of(line, "decision"),
                 text_of(line, "reason"),   text_of(line, "item"),    text_of(line, "itemName"),
                 text_of(line, "sentence"), text_of(line, "cited"),   {}};
  for (const auto field : line.find("fields"))
    out.fields.emplace_back(field.text());
  return out;
}

void take_line_of_explanation(View line, DemoReferral& out) {
  const auto kind = line.find("kind").text();
  if (kind == "answer") return out.answers.push_back(answer_of(line));
  if (kind != "referral") return;
  out.to_name = text_of(line, "toName");
  out.cited = text_of(line, "cited");
}

void ask_referrals(Asking& asking, std::vector<DemoReferral>& out) {
  asking.each({"referral.list"}, [&out](View line) {
    DemoReferral referral;
    referral.id = text_of(line, "referral");
    referral.about = text_of(line, "case");
    referral.state = text_of(line, "state");
    out.push_back(std::move(referral));
  });
  for (auto& referral : out) {
    asking.each({"referral.show", "referral", referral.id},
                [&referral](View line) { take_line_of_referral(line, referral); });
    asking.each({"referral.explain", "referral", referral.id},
                [&referral](View line) { take_line_of_explanation(line, referral); });
  }
}

void take_line_of_household(View line, DemoHousehold& out) {
  const auto kind = line.find("kind").text();
  if (kind == "member") {
    out.members.push_back({text_of(line, "person"), text_of(line, "evidence"), {}});
  }
  if (kind == "link" && !out.members.empty()) {
    out.members.back().links.push_back({text_of(line, "source"), text_of(line, "record"),
                                        text_of(line, "strength"), text_of(line, "rule")});
  }
}

/// Of the referral that went.
void ask_household(Asking& asking, DemoFacts& facts) {
  const auto went = std::find_if(facts.referrals.begin(), facts.referrals.end(),
                                 [](const auto& one) { return one.state != "held"; });
  if (went == facts.referrals.end()) return;
  asking.each({"case.show", "case", went->about}, [&facts](View line) {
    if (line.find("kind").text() == "case") facts.household.id = text_of(line, "household");
  });
  asking.each({"household.show", "household", facts.household.id},
              [&facts](View line) { take_line_of_household(line, facts.household); });
}

Result<Asking> begin(const std::filesystem::path& socket) {
  auto client = AdminClient::connect(socket);
  if (!client) return client.error();
  return Asking(std::move(*client));
}

bool is_settled(std::string_view state) {
  constexpr std::string_view open[] = {"arriving", "received", "decoding", "staged"};
  return std::find(std::begin(open), std::end(open), state) == std::end(open);
}

}  // namespace

Result<DemoProgress> ask_progress(const std::filesystem::path& socket) {
  auto asking = begin(socket);
  if (!asking) return asking.error();
  DemoProgress out;
  asking->each({"arrival.list"}, [&out](View line) {
    if (is_settled(line.find("state").text())) ++out.settled;
  });
  asking->each({"referral.list"},
               [&out](View line) { out.referral_states.push_back(text_of(line, "state")); });
  if (!asking->so_far()) return asking->so_far().error();
  return out;
}

Result<DemoFacts> ask_facts(const std::filesystem::path& socket) {
  auto asking = begin(socket);
  if (!asking) return asking.error();
  DemoFacts facts;
  ask_arrivals(*asking, facts.arrivals);
  ask_referrals(*asking, facts.referrals);
  ask_household(*asking, facts);
  if (!asking->so_far()) return asking->so_far().error();
  return facts;
}

}  // namespace hub::cli
