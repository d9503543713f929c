// `tsunagu person disclosures`
#include <CLI/CLI.hpp>

#include "hub/cli/commands.hpp"
#include "hub/cli/disclosure_page.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column disclosures[] = {
    {"at", {"時", "at"}, Cell::time},
    {"toName", {"提供先", "to"}},
    {"items", {"情報の種類", "items"}, Cell::word},
    {"purposeTitle", {"目的", "purpose"}},
    {"articles", {"根拠", "basis"}},
    {"decision", {"判断", "decision"}, Cell::word},
    {"withheld", {"本人の紙面にない理由", "withheld"}, Cell::word},
};
constexpr Column looks[] = {
    {"at", {"時", "at"}, Cell::time},
    {"action", {"閲覧したもの", "looked at"}, Cell::word},
    {"by", {"誰が", "by"}},
    {"withheld", {"本人の紙面にない理由", "withheld"}, Cell::word},
};
constexpr Section shown[] = {
    {"disclosure", {"提供の記録", "What went out"}, disclosures},
    {"look", {"閲覧の記録", "Who looked"}, looks},
};

struct Wish {
  std::string person;
  std::string reader = "person";
  bool page = false;
  bool csv = false;
};

void show_disclosures(Console& console, const DaemonAddress& address, const Wish& wish) {
  Request request("person.disclosures");
  request.text("person", wish.person).text("for", wish.reader);
  Answer answer;
  const bool printed = wish.page || wish.csv;
  if (!show_answer(console, address, request, printed ? std::span<const Section>() : shown,
                   answer) ||
      !printed || console.json)
    return;
  wish.page ? write_disclosure_page(console.out, answer)
            : write_disclosure_csv(console.out, answer);
}

void add_disclosures(CLI::App& group, Console& console,
                     const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "disclosures", words({"この人の情報がいつ誰にどの根拠で渡り、誰が閲覧したか",
                            "what went to whom, when, on which basis, and who looked"}));
  const auto wish = std::make_shared<Wish>();
  command->add_option("--person", wish->person, words({"人のID", "id of the person"}))->required();
  command
      ->add_option("--for", wish->reader,
                   words({"読む人: person 本人、representative 代理人、officer "
                          "開示を判断する職員(記載しないものも示す)",
                          "who reads it: the person, a representative, or the officer who "
                          "decides, who also sees what is left out"}))
      ->check(CLI::IsMember({"person", "representative", "officer"}));
  auto* page = command->add_flag(
      "--page", wish->page,
      words({"印刷用のA4の紙面にする(> ファイル.html)", "as a page (> FILE.html)"}));
  command->add_flag("--csv", wish->csv, words({"CSVにする(> ファイル.csv)", "as CSV (> FILE.csv)"}))
      ->excludes(page);
  command->callback([&console, address, wish] { show_disclosures(console, *address, *wish); });
}

}  // namespace

void add_person_command(CLI::App& app, Console& console) {
  auto* group = app.add_subcommand(
      "person", std::string(console.in_words({"本人の権利", "the person's own side"})));
  group->require_subcommand(1);
  const auto address = add_address(*group, console);
  add_disclosures(*group, console, address);
}

}  // namespace hub::cli
