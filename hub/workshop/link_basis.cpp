#include "hub/workshop/link_basis.hpp"

#include <fstream>
#include <iterator>

#include "hub/linkage/model_text.hpp"
#include "hub/profile/configuration.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;

base::Result<> take_model(LinkBasis& basis) {
  std::error_code error;
  const bool there = fs::exists(basis.file, error);
  std::ifstream in(basis.file, std::ios::binary);
  if (error || (there && !in)) basis.weighed = Weighed::unreadable;
  if (error || !in) return {};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto model = linkage::parse_model(text);
  if (!model) return model.error().in(basis.file.string());
  basis.model = std::move(*model);
  basis.weighed = Weighed::own;
  return {};
}

}  // namespace

base::Result<LinkBasis> link_basis_of(const fs::path& hub_yaml) {
  const auto read = profile::load_configuration(hub_yaml);
  if (!read) return read.error();
  const auto& chosen = read->settings.linkage;
  LinkBasis basis;
  basis.settings = linkage::settings_in_bits(chosen.same, chosen.perhaps, chosen.most_in_block,
                                             chosen.most_in_person);
  basis.lgcode5 = read->profile.municipality.code.substr(0, 5);
  basis.file = read->settings.data / linkage::model_file;
  if (auto taken = take_model(basis); !taken) return taken.error();
  return basis;
}

}  // namespace hub::workshop
