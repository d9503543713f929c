// A printed 同意書 of `config/consent_forms.yaml`: its wording and its whole scope, so that a code
// typed into a field's own system is enough. A new printing is a new row with its own version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/consent.hpp"
#include "hub/domain/legal_basis.hpp"

namespace hub::domain {

struct ConsentForm {
  std::string code;     ///< "J1", as typed into the agreement column
  std::string version;  ///< "2026-04"
  std::string title;
  std::string wording;       ///< the printed text
  std::string easy_wording;  ///< やさしい日本語 with ふりがな: the copy for the person
  std::vector<ConsentObject> objects;
  ConsentScope scope;
  std::vector<ConsentScope> excludes;
  int months = 0;                       ///< how long it holds from the day it is given
  std::optional<int> follow_up_months;  ///< as long it survives a reopening
  Period in_use;                        ///< when the form is handed out
  std::string source;
  Mark mark = Mark::judgement;
};

/// A word of the column 同意先 of a field's export, and what a 同意区分 of 1 then reaches.
struct ConsentDestination {
  std::string code;
  std::string title;
  ConsentScope scope;
  int months = 0;
};

/// Whom forms name as recipients; a municipality's profile assigns its agencies to them.
struct RecipientGroup {
  std::string code;  ///< "coordinator"
  std::string title;
};

/// When, by whom and where a form was signed.
struct ConsentSigned {
  base::ConsentId consent;
  base::PersonId person;
  base::UtcMillis at{};
  ConsentMethod method = ConsentMethod::written;
  std::string evidence;
  std::string recorded_by;
};

/// One `given` event for each object of the form.
[[nodiscard]] std::vector<ConsentEvent> given_by_form(const ConsentForm& form,
                                                      const ConsentSigned& signing);
/// The `given` event to sharing that a 同意先 stands for.
[[nodiscard]] ConsentEvent given_to(const ConsentDestination& destination,
                                    const ConsentSigned& signing);

class ConsentForms {
 public:
  ConsentForms() = default;
  ConsentForms(std::vector<ConsentForm> forms, std::vector<ConsentDestination> destinations,
               std::vector<RecipientGroup> groups = {})
      : forms_(std::move(forms)),
        destinations_(std::move(destinations)),
        groups_(std::move(groups)) {}

  /// The printing handed out then. Borrowed from this object.
  [[nodiscard]] const ConsentForm* find(std::string_view code, base::UtcMillis at) const noexcept;
  [[nodiscard]] const ConsentDestination* destination(std::string_view code) const noexcept;
  [[nodiscard]] const std::vector<ConsentForm>& forms() const noexcept { return forms_; }
  [[nodiscard]] const std::vector<ConsentDestination>& destinations() const noexcept {
    return destinations_;
  }
  [[nodiscard]] const std::vector<RecipientGroup>& groups() const noexcept { return groups_; }

 private:
  std::vector<ConsentForm> forms_;
  std::vector<ConsentDestination> destinations_;
  std::vector<RecipientGroup> groups_;
};

}  // namespace hub::domain
