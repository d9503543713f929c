#include "hub/codec/labels.hpp"

#include "hub/domain/concern.hpp"
#include "hub/domain/conference.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::codec {
namespace {

using domain::Item;
using domain::Labels;
using domain::RecordKind;
using tsunagu::json::View;

bool is_at_or_under(std::string_view pointer, std::string_view label) {
  if (!pointer.starts_with(label)) return false;
  return pointer.size() == label.size() || pointer[label.size()] == '/';
}

/// The hub labels every member, also the one that names the forum, of what a forum of a
/// municipality's own book dealt with.
bool is_forum_labelled(View root) {
  for (const View label : root.find("labels")) {
    if (label.find("pointer").text() == "/forum") return true;
  }
  return false;
}

/// A meeting may have been several forums in one, an item of its agenda each. Those that ship are
/// judged here, whatever a label says; one that does not and bears no label is a secret one.
Labels from_forums(View root) {
  const bool looked_at = is_forum_labelled(root);
  const auto items_of = [looked_at](std::string_view forum) {
    return looked_at && !domain::ships(forum) ? Labels() : domain::items_of_forum(forum);
  };
  Labels labels = items_of(root.find("forum").text());
  for (const View item : root.find("agenda")) {
    const std::string_view function = item.find("function").text();
    if (!function.empty()) labels = labels.with(items_of(function));
  }
  return labels;
}

/// 個人情報保護法2条3項: that somebody has a certain problem can itself be 要配慮個人情報. A
/// resource for staff only is not open data, and of a meeting its forum decides.
Labels from_content(RecordKind kind, View root) {
  if (kind == RecordKind::concern) {
    return domain::item_of(domain::concern_from(root.find("code").text()));
  }
  if (kind == RecordKind::resource && root.find("publicRange").text() == "staff") {
    return Item::staff_note;
  }
  if (kind == RecordKind::conference) return from_forums(root);
  return {};
}

/// Whether a field's pattern ("/issues/*/text") lies below a pointer ("/issues/0").
bool is_below(std::string_view pattern, std::string_view pointer) {
  while (!pointer.empty()) {
    const auto take = [](std::string_view& path) {
      const std::string_view segment = path.substr(0, path.find('/', 1));
      path.remove_prefix(segment.size());
      return segment;
    };
    const std::string_view wanted = take(pointer);
    const std::string_view found = take(pattern);
    if (found != "/*" && found != wanted) return false;
  }
  return !pattern.empty();
}

}  // namespace

RecordLabels::RecordLabels(RecordKind kind, View root, Labels source_labels)
    : kind_(kind), everywhere_(source_labels.with(from_content(kind, root))) {
  for (const View label : root.find("labels")) {
    add(label.find("pointer").text(), domain::item_from(label.find("item").text()));
  }
}

void RecordLabels::add(std::string_view pointer, Item item) {
  if (domain::item_at(kind_, pointer) == Item::unknown) {
    everywhere_ = everywhere_.with(item);
  } else {
    added_.push_back({std::string(pointer), item});
  }
}

Labels RecordLabels::at(std::string_view pointer) const {
  Labels labels = Labels(domain::item_at(kind_, pointer)).with(everywhere_);
  for (const Added& added : added_) {
    if (is_at_or_under(pointer, added.pointer)) labels = labels.with(added.item);
  }
  return labels;
}

Labels RecordLabels::under(std::string_view pointer) const {
  Labels labels = at(pointer);
  for (const Added& added : added_) {
    if (is_at_or_under(added.pointer, pointer)) labels = labels.with(added.item);
  }
  return labels;
}

Labels RecordLabels::whole(std::string_view pointer) const {
  Labels labels = under(pointer);
  domain::each_field(kind_, [&](const std::string& pattern, Item item) {
    if (is_below(pattern, pointer)) labels = labels.with(item);
  });
  return labels;
}

}  // namespace hub::codec
