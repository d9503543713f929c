#include "hub/domain/reasons.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "hub/domain/disclosure.hpp"

namespace {

using namespace hub::domain;

LegalBasis row(std::string code, ForumClass forum_class, std::string title, std::string articles) {
  LegalBasis basis;
  basis.code = std::move(code);
  basis.forum_class = forum_class;
  basis.title = std::move(title);
  basis.articles = std::move(articles);
  basis.as_of = "2025-04-01";
  return basis;
}

struct Reasons : testing::Test {
  LegalBases bases{
      {row("CONSENT", ForumClass::consent, "本人の同意による提供", "個人情報保護法69条2項1号"),
       row("J-KAIGI", ForumClass::consent_seated, "重層的支援会議", "社会福祉法106条の4"),
       row("SELF", ForumClass::self, "本人への交付", "個人情報保護法76条"),
       row("TAX", ForumClass::unknown, "税情報の秘密", "地方税法22条")}};

  [[nodiscard]] ReasonContext in(std::string_view code, ConsentStatus consent = {}) const {
    return {&bases, bases.find(code, {}), {}, Item::statement, consent};
  }

  /// The name as the gate clears it for the person himself.
  [[nodiscard]] Cleared<std::string> cleared_name() const {
    Situation s;
    s.subject = Subject::focus;
    s.recipient.kind = RecipientKind::person;
    s.forum.basis = bases.find("SELF", {});
    s.protection = {.kept = false, .flagged = false};
    s.harm = false;
    const Sealed<std::string> name("髙橋 一郎", s.person, SourceId{1}, Item::identity);
    return disclose(Item::identity, s).clear(name).value();
  }
};

constexpr Verdict no_consent{Decision::deny, Reason::no_consent};

TEST_F(Reasons, names_the_member_for_the_officer_who_may_see_the_name) {
  const auto said =
      explain(no_consent, in("J-KAIGI", ConsentStatus::never_asked), cleared_name(), "長男");
  EXPECT_EQ(said.sentence, "長男 髙橋 一郎さんの同意がないため、重層的支援会議には出せません。");
  EXPECT_EQ(said.next, "支援会議で扱うことを検討してください。");
}

TEST_F(Reasons, tells_everybody_else_neither_name_nor_relation) {
  const auto said = explain(no_consent, in("J-KAIGI", ConsentStatus::never_asked));
  EXPECT_EQ(said.sentence, "この方の同意がないため、重層的支援会議には出せません。");
}

TEST_F(Reasons, proposes_to_ask_for_consent_where_nobody_has_asked_yet) {
  EXPECT_EQ(explain(no_consent, in("CONSENT", ConsentStatus::never_asked)).next,
            "同意を求めるか、支援会議で扱うことを検討してください。");
  EXPECT_EQ(explain(no_consent, in("CONSENT", ConsentStatus::refused)).next,
            "支援会議で扱うことを検討してください。");
}

TEST_F(Reasons, cites_the_article_of_the_rule_with_the_version_of_the_law) {
  const Verdict tax{Decision::deny, Reason::tax_without_consent};
  EXPECT_EQ(explain(tax, in("J-KAIGI")).basis, "地方税法22条（2025-04-01時点）");
  EXPECT_EQ(explain({Decision::deny, Reason::not_seated}, in("J-KAIGI")).basis,
            "社会福祉法106条の4（2025-04-01時点）");
}

/// Every reason, item and standing of a consent, in a sitting, between agencies and without a
/// forum.
template <class Check>
void for_every_question(const Reasons& reasons, Check&& check) {
  for (int reason = 0; reason <= static_cast<int>(Reason::hidden_address); ++reason) {
    for (int status = 0; status <= static_cast<int>(ConsentStatus::expired); ++status) {
      for (std::size_t item = 0; item < item_count; ++item) {
        for (const char* forum : {"J-KAIGI", "CONSENT", "none"}) {
          ReasonContext context = reasons.in(forum, static_cast<ConsentStatus>(status));
          context.item = static_cast<Item>(item);
          check({Decision::deny, static_cast<Reason>(reason)}, context);
        }
      }
    }
  }
}

/// A whole Japanese sentence, or nothing: no English, no place left to fill in.
bool is_japanese(const std::string& text) {
  constexpr std::string_view foreign = "{}abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
  return text.find_first_of(foreign) == std::string::npos && text.ends_with("。");
}

TEST_F(Reasons, has_whole_japanese_sentences_for_every_question_with_the_name_and_without) {
  const auto name = cleared_name();
  for_every_question(*this, [&](const Verdict& verdict, const ReasonContext& context) {
    const auto nameless = explain(verdict, context);
    const auto named = explain(verdict, context, name, "長男");
    EXPECT_TRUE(is_japanese(nameless.sentence)) << nameless.sentence;
    EXPECT_TRUE(is_japanese(named.sentence)) << named.sentence;
    EXPECT_TRUE(named.next.empty() || is_japanese(named.next)) << named.next;
    EXPECT_NE(named.sentence.find("長男 髙橋 一郎さん"), std::string::npos) << named.sentence;
    EXPECT_EQ(named.next, nameless.next);
    for (const char* telling : {"髙橋", "一郎", "長男"})
      EXPECT_EQ(nameless.sentence.find(telling), std::string::npos) << nameless.sentence;
  });
}

TEST_F(Reasons, has_a_sentence_and_a_line_of_its_own_for_every_reason) {
  std::set<std::string> sentences;
  std::set<std::string_view> lines;
  for (int reason = 0; reason <= static_cast<int>(Reason::hidden_address); ++reason) {
    sentences.insert(
        explain({Decision::deny, static_cast<Reason>(reason)}, in("CONSENT")).sentence);
    lines.insert(in_english(static_cast<Reason>(reason)));
  }
  EXPECT_EQ(sentences.size(), static_cast<std::size_t>(Reason::hidden_address) + 1);
  EXPECT_EQ(lines.size(), sentences.size());
}

TEST_F(Reasons, prints_no_article_without_the_version_of_the_law) {
  for_every_question(*this, [](const Verdict& verdict, const ReasonContext& context) {
    const auto said = explain(verdict, context);
    EXPECT_TRUE(said.basis.empty() || said.basis.ends_with("（2025-04-01時点）")) << said.basis;
    EXPECT_EQ(said.sentence.find("条"), std::string::npos) << said.sentence;
  });
}

TEST_F(Reasons, needs_no_forum_to_say_why) {
  EXPECT_EQ(explain(no_consent, {}).sentence, "この方の同意がないため、この方法には出せません。");
}

TEST_F(Reasons, makes_a_hidden_person_look_like_absence) {
  EXPECT_TRUE(looks_like_absence(Reason::hidden_person));
  EXPECT_FALSE(looks_like_absence(Reason::hidden_address));
}

}  // namespace
