#include "plugins/kodomo/mapping.hpp"

#include <algorithm>

#include "tsunagu/feed/labels.hpp"

namespace kodomo {

namespace {

void add(Case& about, const std::string& path) {
  Entry& entry = about.entry;
  if (!entry.has(path + ".familyName") && !entry.has(path + ".givenName")) return;
  const std::string atena = entry.get(path + ".atenaNo");
  about.people.push_back(
      {path, record::PersonKey(atena.empty() ? about.key + "/" + path : "atena:" + atena)});
}

/// The child first; before a birth there is none, and the woman is `guardians.0`.
void find_people(Case& about) {
  constexpr int most = 20;
  add(about, "child");
  for (int i = 0; i < most; ++i)
    add(about, "guardians." + std::to_string(i));
  for (int i = 0; i < most; ++i)
    add(about, "siblings." + std::to_string(i));
  if (!about.people.empty()) return;
  about.entry.reject("child", "person.missing", "子どもも保護者も書かれていません");
  about.people.push_back({"child", record::PersonKey(about.key + "/child")});
}

void classify(Case& about) {
  const std::string type = about.entry.get("consultationType");
  about.meanings = about.settings.concerns.of(type);
  if (about.meanings.empty() && !type.empty()) {
    about.entry.warn("consultationType", "concern.unknown_code",
                     "知らない相談種別です。「その他」とし、元の語を残しました");
    about.meanings.emplace_back();
  }
  const bool abuse_type = std::any_of(about.meanings.begin(), about.meanings.end(),
                                      [](const feed::ConcernMeaning& meaning) {
                                        return meaning.code == record::ConcernCode::abuse;
                                      });
  about.abuse = abuse_type || about.entry.has("abuseType");
  about.youtai = about.entry.has("legalCategory");
}

Case read(const Settings& settings, Entry& entry) {
  Case about{entry, settings, "sodan:" + entry.get("receiptNo"), {}, entry.date("receivedAt"), {}};
  for (const char* path : {"receiptNo", "receivedAt"}) {
    if (!entry.has(path)) entry.reject(path, "member.missing", "必須の項目がありません");
  }
  find_people(about);
  classify(about);
  return about;
}

/// 要対協 material leaves only as a pointer (agency and contact): every member of every record that
/// came with a 法定区分 bears the label.
class Emitter {
 public:
  Emitter(Case& about, feed::Batch& batch) : about_(&about), batch_(&batch) {}

  template <class Record>
  void operator()(Record made) {
    if (about_->youtai) feed::label_all(made, record::Item::youtai);
    batch_->add(made, about_->entry);
  }
  template <class Record>
  void operator()(std::optional<Record> made) {
    if (made) (*this)(std::move(*made));
  }

 private:
  Case* about_;
  feed::Batch* batch_;
};

}  // namespace

void map_entry(const Settings& settings, Entry& entry, feed::Batch& batch) {
  Case about = read(settings, entry);
  Emitter emit(about, batch);
  for (const Somebody& somebody : about.people)
    emit(person_of(about, somebody));
  if (about.people.size() > 1) emit(household_of(about));
  emit(consultation_of(about));
  for (record::Concern& concern : concerns_of(about))
    emit(std::move(concern));
  emit(plan_of(about));
  emit(consent_of(about));
  emit(referral_of(about));
}

}  // namespace kodomo
