// forums.yaml: where people meet, on which ground, and who may sit. A body is data: its local name,
// its legal functions (one, or several chosen per agenda item), who convenes it, who is bound to
// secrecy. A member is an agency, a section, a kind of agency, or a profession.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/facts.hpp"
#include "hub/profile/period.hpp"

namespace hub::profile {

/// How far a function reaches: 茅ヶ崎市 declares a part of another body's meeting a 支援会議 where
/// the attendees overlap.
enum class Extent { whole, part };

struct ForumFunction {
  Ref basis;  ///< a row of legal_bases.yaml: J-KAIGI, SHIEN-KAIGI, CARE-KAIGI …
  Extent extent = Extent::whole;
  std::string when;  ///< in the plan's words, what makes an item this function's
  Place at;
};

/// How the function of an agenda item is found.
enum class Choice {
  fixed,      ///< the body has one
  per_item,   ///< chosen and recorded with the item
  by_consent  ///< consented cases are the 重層的支援会議, the others not (茅ヶ崎市)
};

enum class Sitting { regular, ad_hoc };

struct Calendar {
  Sitting sitting = Sitting::ad_hoc;
  std::string frequency;  ///< 隔月, 年1回, 随時
  std::string every;      ///< ISO 8601 period of a regular sitting: P2M
  std::string attendees;
};

struct Member {
  std::string name;          ///< as the table writes it
  std::optional<Ref> party;  ///< section, operator, agency or desk, where the profile knows it
  bool profession = false;  ///< a person's profession, not an agency: スクールソーシャルワーカー
  domain::RecipientKind kind = domain::RecipientKind::unknown;
  std::string note;
  Place at;
};

struct MemberCategory {
  std::string name;  ///< 就労, 保健・医療 …; a label, not a key
  std::vector<Member> members;
  Place at;
};

struct MemberTable {
  std::string code;
  std::string name;
  std::string plan;
  std::vector<MemberCategory> categories;
  Period period;
  Place at;
};

/// Who is bound: 要綱5条 of さくら市 binds everyone who attended.
struct Secrecy {
  std::string basis;
  std::string binds;
  bool papers_public = false;
  Place at;
};

struct Forum {
  std::string code;
  std::string name;
  std::vector<ForumFunction> functions;  ///< none: no person's data may be a topic
  Choice choice = Choice::fixed;
  Ref convener;  ///< a party
  std::optional<Ref> chair;
  std::string chair_title;
  std::optional<Ref> secretariat;
  std::vector<Calendar> sittings;
  std::vector<std::string> triggers;  ///< create, change, close, suspend, share, evaluate
  std::string purpose;
  bool personal_data = true;
  std::vector<Ref> tables;    ///< whom the convener may draw from
  std::string attendance;     ///< how attendees are chosen from them
  std::vector<Ref> overlaps;  ///< bodies whose meeting may in part become this one
  std::optional<Secrecy> secrecy;
  std::string plan;
  std::string note;
  Period period;
  Place at;
};

struct Forums {
  std::vector<Forum> forums;
  std::vector<MemberTable> tables;
};

std::span<const Word<domain::RecipientKind>> words_of(WordsFor<domain::RecipientKind>);
std::span<const Word<Choice>> words_of(WordsFor<Choice>);
void read(const Node& node, Problems& problems, Forums& out);

}  // namespace hub::profile
