#include "hub/cli/demo_sitting.hpp"

#include <algorithm>
#include <utility>

#include "hub/cli/daemon_call.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/demo_story.hpp"
#include "hub/cli/disclosure_words.hpp"
#include "hub/cli/record_words.hpp"
#include "hub/cli/sitting_page.hpp"

namespace hub::cli {
namespace {

using base::Result;
using tsunagu::json::View;

constexpr std::size_t rows_shown = 4;

std::string text_of(View line, std::string_view key) {
  return std::string(line.find(key).text());
}

/// Asks one thing after the other; after the first that fails, none.
class Steps {
 public:
  explicit Steps(const std::filesystem::path& socket) { address_.socket = socket.string(); }

  Answer ask(Request& request) {
    if (!so_far_) return {};
    auto answer = call_daemon(address_, request);
    if (answer) return std::move(*answer);
    so_far_ = answer.error();
    return {};
  }
  /// The id of what was made.
  std::string make(Request& request, std::string_view kind) {
    const auto answer = ask(request);
    const auto lines = answer.of(kind);
    return lines.empty() ? std::string() : text_of(lines.front(), kind);
  }
  [[nodiscard]] const Result<>& so_far() const { return so_far_; }

 private:
  DaemonAddress address_;
  Result<> so_far_;
};

/// About the case whose referral is held for want of consent.
std::string held_case(const DemoFacts& facts) {
  for (const auto& referral : facts.referrals) {
    if (referral.state == "held") return referral.about;
  }
  return {};
}

std::string mother_in(const DemoFacts& facts) {
  for (const auto& member : facts.household.members) {
    if (role_of(member).starts_with("母")) return member.person;
  }
  return {};
}

std::string convene(Steps& steps, const std::string& about) {
  Request open("sitting.open");
  open.text("body", "shien-kaigi").text("on", "2026-04-20");
  auto sitting = steps.make(open, "sitting");
  Request item("sitting.item");
  item.text("sitting", sitting).text("case", about).text("function", "SHIEN-KAIGI");
  steps.ask(item);
  return sitting;
}

Answer paper_of(Steps& steps, const std::string& sitting, std::string_view member) {
  Request seat("sitting.seat");
  seat.text("sitting", sitting).text("party", member).text("secrecy", "law");
  Request packet("sitting.packet");
  packet.text("seat", steps.make(seat, "seat"));
  return steps.ask(packet);
}

View packet_in(const Answer& answer) {
  const auto packets = answer.of("packet");
  return packets.empty() ? View() : packets.front().find("packet");
}

/// The person as the paper itself names him.
std::string name_on(View packet, std::string_view person) {
  for (const View record : packet.find("records")) {
    const auto name = record.at_pointer("/fields/names/0/fullName").text();
    if (record.find("person").text() == person && !name.empty()) return std::string(name);
  }
  return "名前のない方";
}

/// 「基本情報、相談」, each once.
std::string records_on(View packet, std::string_view person) {
  std::string out;
  for (const View record : packet.find("records")) {
    const std::string word(record_in_words(record.find("kind").text()));
    if (record.find("person").text() != person || out.find(word) != std::string::npos) continue;
    out += (out.empty() ? "" : "、") + word;
  }
  return out;
}

std::string wish_on(View packet, std::string_view person) {
  for (const View record : packet.find("records")) {
    const auto statement = record.at_pointer("/fields/statement").text();
    if (record.find("person").text() == person && !statement.empty())
      return "「" + std::string(statement) + "」";
  }
  return {};
}

void tell_person(Page& page, View packet, View person) {
  const auto of = person.find("person").text();
  const auto records = records_on(packet, of);
  if (!records.empty())
    page.item(name_on(packet, of) + "さん：" + records + wish_on(packet, of), "○ ");
  for (const View holder : person.find("pointers"))
    page.item("要対協の資料：中身は示さず、問い合わせ先「" + std::string(holder.text()) +
                  "」だけを示します。",
              "△ ");
}

void tell_paper(Page& page, const Answer& answer) {
  for (const View paper : answer.of("paper")) {
    page.out() << '\n';
    page.paragraph("【" + text_of(paper, "seatName") + "の席】（" +
                   std::string(word_for(Language::ja, paper.find("called").text())) + "、" +
                   std::string(word_for(Language::ja, paper.find("bound").text())) + "）");
  }
  for (const View person : answer.of("person"))
    tell_person(page, packet_in(answer), person);
  write_withheld(page, answer);
}

bool says(const Answer& answer, std::string_view kind, std::string_view key,
          std::string_view what) {
  const auto lines = answer.of(kind);
  return std::any_of(lines.begin(), lines.end(), [&](View line) {
    return line.find(key).text().find(what) != std::string_view::npos;
  });
}

bool points(const Answer& answer) {
  const auto persons = answer.of("person");
  return std::any_of(persons.begin(), persons.end(),
                     [](View person) { return person.find("pointers").size() > 0; });
}

bool any_text(View value, std::string_view what) {
  if (value.text().find(what) != std::string_view::npos) return true;
  for (const View part : value) {
    if (any_text(part, what)) return true;
  }
  return false;
}

bool on_every_paper(const DemoSitting& sitting, std::string_view what) {
  return std::all_of(sitting.papers.begin(), sitting.papers.end(),
                     [what](const Answer& paper) { return any_text(packet_in(paper), what); });
}

bool on_no_paper(const DemoSitting& sitting, std::string_view what) {
  return std::none_of(sitting.papers.begin(), sitting.papers.end(),
                      [what](const Answer& paper) { return any_text(packet_in(paper), what); });
}

}  // namespace

Result<DemoSitting> play_sitting(const std::filesystem::path& socket, const DemoFacts& facts) {
  Steps steps(socket);
  DemoSitting out;
  const auto sitting = convene(steps, held_case(facts));
  for (std::size_t i = 0; i < demo_seats.size(); ++i)
    out.papers[i] = paper_of(steps, sitting, demo_seats[i]);
  const auto mother = mother_in(facts);
  Request withdraw("consent.withdraw");
  withdraw.text("person", mother);
  out.withdrawn = steps.ask(withdraw);
  Request disclosures("person.disclosures");
  disclosures.text("person", mother).text("for", "person");
  out.disclosures = steps.ask(disclosures);
  if (!steps.so_far()) return steps.so_far().error();
  return out;
}

void tell_sitting(Page& page, const DemoSitting& sitting) {
  page.heading("５　支援会議の資料");
  for (const View paper : sitting.papers.front().of("paper")) {
    page.paragraph(text_of(paper, "convenerName") + "が、" + text_of(paper, "bodyName") +
                   "を招集しました。同意がなくても話し合えますが、招かれ、守秘義務を負う席だけに、"
                   "必要なものだけを、席ごとに渡します。会議も資料も非公開です。");
  }
  for (const View item : sitting.papers.front().of("item"))
    page.entry("根拠", text_of(item, "cited"));
  for (const auto& paper : sitting.papers)
    tell_paper(page, paper);
}

void tell_withdrawal(Page& page, const DemoSitting& sitting) {
  page.heading("６　同意の取りやめ");
  page.paragraph(
      "母 トミさんが同意を取りやめました。その場で、これからのものを止め、写しを持つ相手に使わない"
      "よう求めます。");
  for (const View said : sitting.withdrawn.of("said"))
    page.entry("送付中だったもの", std::to_string(said.find("inFlight").integer()) + "件");
  for (const View holder : sitting.withdrawn.of("copy"))
    page.entry("利用停止を求める",
               text_of(holder, "partnerName") +
                   (holder.find("byHand").boolean() ? "（人が伝える）" : "（通知を送付）"));
  for (const View held : sitting.withdrawn.of("held"))
    page.entry("止めたつなぎ", text_of(held, "referral"));
}

void tell_own_page(Page& page, const DemoSitting& sitting) {
  page.heading("７　本人の「提供と閲覧の記録」");
  page.paragraph("母 トミさんが求めれば、A4の紙でお渡しします（tsunagu person disclosures）。");
  std::size_t shown = 0;
  const auto lines = sitting.disclosures.of("disclosure");
  for (const View line : lines) {
    if (shown++ == rows_shown) break;
    page.item(in_japan(line.find("at").text()) + "　" + recipient_in_words(line) + "へ　" +
              items_in_words(line) + "［" + ground_in_words(line) + "］");
  }
  if (lines.size() > rows_shown)
    page.item("ほか" + std::to_string(lines.size() - rows_shown) + "件");
}

std::vector<DemoExpectation> judge_sitting(const DemoSitting& sitting) {
  const auto& tax_section = sitting.papers.front();
  const auto& contractor = sitting.papers.back();
  return {
      {"sitting_papers", "支援会議の席に、母と息子のことが渡る",
       on_every_paper(sitting, "髙橋 トミ") && on_every_paper(sitting, "健一")},
      {"sitting_tax", "税の滞納額は、どの席にも出ない", on_no_paper(sitting, "182,400")},
      {"sitting_pointer", "要対協の所在は、市の席だけに出る",
       points(tax_section) && !points(contractor)},
      {"withdrawn", "取りやめで、SAKUTOMOに利用停止を求める",
       says(sitting.withdrawn, "copy", "partner", "sakutomo")},
      {"own_page", "本人の紙面に、つなぎ先と会議の席が並ぶ",
       says(sitting.disclosures, "disclosure", "toName", "SAKUTOMO") &&
           says(sitting.disclosures, "disclosure", "toName", "税務課")},
  };
}

}  // namespace hub::cli
