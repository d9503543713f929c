#include "hub/cli/incident_page.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace hub::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Answer answer() {
  Answer out;
  for (
      const auto* line :
      {R"({"kind":"incident","incident":"i1","cause":"wrong_sending","knownDay":"2026-04-10","municipality":"さくら市","contact":"福祉課"})",
       R"({"kind":"deadline","step":"prompt_report","dueDay":"2026-04-14"})",
       R"({"kind":"deadline","step":"person_told","dueDay":"2026-04-14"})",
       R"({"kind":"deadline","step":"final_report","dueDay":"2026-05-09"})",
       R"({"kind":"disclosed","row":7,"at":"2026-04-10T03:00:00.000Z","person":"p1","to":"x","toName":"<相手>","items":["identity"]})",
       R"({"kind":"disclosed","row":8,"at":"2026-04-10T03:00:00.000Z","person":"p2","to":"y","toName":"別の相手","items":["contact"]})",
       R"({"kind":"copy","person":"p1","partner":"x","state":"acknowledged"})",
       R"({"kind":"copy","person":"p2","partner":"y","state":"waits"})",
       R"({"kind":"judged","persons":2,"sensitive":true,"many":false,"items":["identity","contact"]})"})
    out.add(line);
  return out;
}

TEST(IncidentReport, has_its_date_its_numbers_and_what_is_filled_in_by_hand) {
  std::ostringstream prompt;
  write_incident_report(prompt, answer(), false);
  EXPECT_THAT(prompt.str(), AllOf(HasSubstr("速報"), HasSubstr("2026-04-14"), HasSubstr("2 人"),
                                  HasSubstr("■1号"), HasSubstr("□4号"), HasSubstr("class=\"hand\""),
                                  HasSubstr("1 件から、利用をやめたとの答え"),
                                  HasSubstr("&lt;相手&gt;"), Not(HasSubstr("<相手>"))));
  std::ostringstream last;
  write_incident_report(last, answer(), true);
  EXPECT_THAT(last.str(), AllOf(HasSubstr("確報"), HasSubstr("2026-05-09")));
}

TEST(IncidentLetter, tells_one_person_of_his_own_data_alone) {
  std::ostringstream out;
  write_incident_letter(out, answer(), "p2");
  EXPECT_THAT(out.str(), AllOf(HasSubstr("別の相手"), Not(HasSubstr("&lt;相手")),
                               HasSubstr("68条2項"), HasSubstr("福祉課")));
}

}  // namespace
}  // namespace hub::cli
