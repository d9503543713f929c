#include "hub/cli/explain_words.hpp"

#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

constexpr CodeWord steps[] = {
    {"unknown_fact", "see what is missing, and whether the protection register is fresh"},
    {"mynumber", "find out how it came in"},
    {"hidden_person", "to the recipient it looks like absence; ask the section in charge"},
    {"statistics", "use the counts that are made for it"},
    {"third_party", "take out what is said of third parties"},
    {"formal_request", "show the way of a formal request for disclosure"},
    {"not_self", "treat it as handing a copy to the person"},
    {"harm", "let the section in charge see whether the harm has passed"},
    {"not_holder", "ask the section that holds it to refer or to share it in a meeting"},
    {"not_needed", "if it is needed, look at the purpose again"},
    {"tax_without_consent", "ask for consent to share tax data, or hear it from the person"},
    {"youtai_pointer", "ask the council's coordinating agency for the contents"},
    {"youtai", "turn to the council's coordinating agency"},
    {"staff_note", "its author may show it as a view on this item"},
    {"no_consent", "ask for consent, or consider a support meeting"},
    {"out_of_scope", "see whether support was decided, or whom the meeting is about"},
    {"not_seated", "let the chair choose who attends and take the pledge of secrecy"},
    {"wrong_convener", "see who convenes"},
    {"no_officer", "let an officer with the power decide, with ground and reason"},
    {"wrong_recipient", "consider another ground, or sharing it in a meeting"},
    {"hidden_address", "if it is needed, ask the section in charge about the recipient"},
};

}  // namespace

std::string_view next_in_english(std::string_view reason) {
  return word_in(steps, reason, {});
}

}  // namespace hub::cli
