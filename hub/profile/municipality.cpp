#include "hub/profile/municipality.hpp"

#include <array>

namespace hub::profile {
namespace {

constexpr std::array<Word<Organ>, 3> organs{{{"市長", Organ::mayor},
                                             {"教育委員会", Organ::board_of_education},
                                             {"公営企業管理者", Organ::public_enterprise}}};

}  // namespace

static std::span<const Word<Organ>> words_of(WordsFor<Organ>) {
  return organs;
}

static void read(const Node& node, Problems& problems, Section& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), may("department", out.department),
            may("organ", out.organ), may("holds_tax_data", out.holds_tax_data),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, FieldOfWork& out) {
  out.at = node.at;
  read_map(node, problems, {need("code", out.code), need("name", out.name)});
}

static void read(const Node& node, Problems& problems, Label& out) {
  out.at = node.at;
  read_map(node, problems, {need("term", out.term), need("text", out.text)});
}

static void read(const Node& node, Problems& problems, Plan& out) {
  read_map(node, problems,
           {need("title", out.title), need("edition", out.edition), may("section", out.section),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, ProtectionRegister& out) {
  out.at = node.at;
  read_map(node, problems, {may("source", out.source), may("absent_because", out.absent_because)});
}

void read(const Node& node, Problems& problems, Municipality& out) {
  out.at = node.at;
  if (const Node* code = find(node, "code")) out.code_at = code->at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), need("kana", out.kana),
            need("prefecture", out.prefecture), need("plan", out.plan),
            need("protection_register", out.protection_register), need("fields", out.fields),
            need("sections", out.sections), may("labels", out.labels)});
}

}  // namespace hub::profile
